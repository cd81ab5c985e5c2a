import type { Kernel } from '$lib/kernel/kernel';
import type { RandomStream } from '$lib/kernel/random';
import type { MachineClock } from '$lib/kernel/machine-clock';
import type { Sandbox } from '$lib/sandbox/isolate';
import type { QuotaValues } from '$lib/rules/quotas';
import type { Performance } from '../performance';
import type { ExecutionEnvironment } from './execution-environment';

/** What an execution environment needs from the function that it belongs to. */
export interface EnvironmentHost {
  readonly kernel: Kernel;
  readonly clock: MachineClock;
  readonly quotas: QuotaValues;
  readonly performance: Performance;
  readonly sandbox: Sandbox;
  readonly region: string;
  readonly account: string;
  /** What Date.now() shows at virtual time 0. */
  readonly epochMs: number;
  /** The stream of chance of the environment that is being made. */
  random(): RandomStream;
  /** Name of the log stream of the n-th environment. */
  logStream(environment: number): string;
  /** The environment has done with its event. */
  done(): void;
  /** The environment is free for another event. */
  atRest(environment: ExecutionEnvironment): void;
  /** The environment has been shut down. */
  gone(environment: ExecutionEnvironment): void;
}
