import { toMilliseconds, type Microseconds } from '$lib/kernel/units';

/** The lines that Lambda itself writes to a function's log in the text format, to the letter. */

/** Version and ARN of the runtimes' releases: the form is AWS's, the digits are made up. */
const RUNTIME_VERSIONS: Readonly<Record<string, readonly [version: string, hash: string]>> = {
  'nodejs20.x': ['nodejs:20.v87', '7d1c6f0a94e34b8f9a1d5b6f3e2c8a70b5d49e1f6c3a2b8d7e0f1a4c9b3d6e52'],
  'nodejs22.x': ['nodejs:22.v63', '2b8f4e9c17a05d3c6e8b1f4a7d0c3e9652b1a8f7d4e0c3b69a5f2d8e1c7b4a03'],
  'nodejs24.x': ['nodejs:24.v29', 'e4a1b7d03c9f5286a0d7e3b1c8f4952d6b0a3e7c1f8d4b9260e5a7c3d1f8b4e6'],
};

export function initStartLine(runtime: string, region: string): string {
  const [version, hash] = RUNTIME_VERSIONS[runtime] ?? [runtime, ''];
  return `INIT_START Runtime Version: ${version}\tRuntime Version ARN: arn:aws:lambda:${region}::runtime:${hash}\n`;
}

export function initReportLine(
  duration: Microseconds,
  phase: string,
  status: string,
  errorType: string | undefined,
): string {
  const error = errorType === undefined ? '' : `\tError Type: ${errorType}`;
  return `INIT_REPORT Init Duration: ${inMilliseconds(duration)}\tPhase: ${phase}\tStatus: ${status}${error}\n`;
}

export function startLine(requestId: string, version: string): string {
  return `START RequestId: ${requestId} Version: ${version}\n`;
}

export function endLine(requestId: string): string {
  return `END RequestId: ${requestId}\n`;
}

export interface Report {
  readonly requestId: string;
  readonly duration: Microseconds;
  readonly billedMs: number;
  readonly memorySizeMB: number;
  readonly maxMemoryUsedMB: number;
  readonly initDuration: Microseconds | undefined;
  /** `success` is not written. */
  readonly status: string;
  readonly errorType: string | undefined;
}

export function reportLine(report: Report): string {
  const fields = [
    `REPORT RequestId: ${report.requestId}`,
    `Duration: ${inMilliseconds(report.duration)}`,
    `Billed Duration: ${report.billedMs} ms`,
    `Memory Size: ${report.memorySizeMB} MB`,
    `Max Memory Used: ${report.maxMemoryUsedMB} MB`,
  ];
  if (report.initDuration !== undefined) fields.push(`Init Duration: ${inMilliseconds(report.initDuration)}`);
  if (report.status === 'success') return `${fields.join('\t')}\t\n`;
  fields.push(`Status: ${report.status}`);
  if (report.errorType !== undefined) fields.push(`Error Type: ${report.errorType}`);
  return `${fields.join('\t')}\n`;
}

function inMilliseconds(duration: Microseconds): string {
  return `${toMilliseconds(duration).toFixed(2)} ms`;
}
