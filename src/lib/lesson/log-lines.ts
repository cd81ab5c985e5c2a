import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { Microseconds } from '$lib/kernel/units';

/** The parts of a log line's view that lessons read. */
export interface RunLogLine {
  readonly record: RecordId;
  readonly at: Microseconds;
  readonly stream: string;
  readonly environment: number;
  readonly message: string;
  readonly kind: 'platform' | 'application';
  readonly level: string | undefined;
  readonly requestId: string | undefined;
}

/** One log event as checks read it. */
export interface LogLine {
  readonly at: Microseconds;
  readonly environment: number;
  readonly stream: string;
  /** The whole line as CloudWatch Logs holds it. */
  readonly message: string;
  /** `START`, `REPORT`… for a line of the platform; `application` for one that the code wrote. */
  readonly kind: PlatformLine | 'application';
  /** What `console.*` was given, without time, request id and level; the whole line for the platform's lines. */
  readonly text: string;
  readonly level: string | undefined;
  /** The request id that the line carries. */
  readonly requestId: string | undefined;
  /** The invocation that was running in that environment when the line was written; undefined during init. */
  readonly during: string | undefined;
}

export type PlatformLine = 'INIT_START' | 'INIT_REPORT' | 'START' | 'END' | 'REPORT' | 'other';

const PLATFORM_LINES = ['INIT_START', 'INIT_REPORT', 'START', 'END', 'REPORT'] as const;
/** `<ISO time>\t<request id>\t<level>\t<text>`: the form of console lines in Node.js, text format. */
const CONSOLE_LINE = /^\d{4}-\d\d-\d\dT[\d:.]+Z\t[^\t]*\t[A-Z]+\t/;
const REQUEST_ID = /^(?:START|END|REPORT) RequestId: (\S+)/;

/** Log events in the order in which they were written, each with the invocation during which that was. */
export function readLines(views: readonly RunLogLine[]): LogLine[] {
  const running = new Map<string, string>();
  return [...views]
    .sort((a, b) => a.at - b.at || a.record - b.record)
    .map((view) => {
      const kind = view.kind === 'platform' ? platformLine(view.message) : 'application';
      const id = REQUEST_ID.exec(view.message)?.[1];
      if (kind === 'START' && id !== undefined) running.set(view.stream, id);
      const during = running.get(view.stream);
      if (kind === 'REPORT') running.delete(view.stream);
      return {
        at: view.at,
        environment: view.environment,
        stream: view.stream,
        message: view.message,
        kind,
        text: (kind === 'application' ? view.message.replace(CONSOLE_LINE, '') : view.message).trimEnd(),
        level: view.level,
        requestId: view.requestId,
        during,
      };
    });
}

function platformLine(message: string): PlatformLine {
  return PLATFORM_LINES.find((name) => message.startsWith(`${name} `)) ?? 'other';
}
