import type { CodeFiles, NodeRuntime } from '$lib/sandbox/isolate';

export type Architecture = 'x86_64' | 'arm64';

/** A deployed function: AWS's names (in camel case), validated, with defaults filled in. */
export interface FunctionConfiguration {
  readonly functionName: string;
  readonly runtime: NodeRuntime;
  /** `file.export`. */
  readonly handler: string;
  /** MB, 128 to 10,240. */
  readonly memorySize: number;
  /** Seconds, 1 to 900. */
  readonly timeout: number;
  /** Size of /tmp in MB, 512 to 10,240. */
  readonly ephemeralStorage: number;
  /** The learner's own environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly architecture: Architecture;
  readonly logGroup: string;
  readonly code: CodeFiles;
}
