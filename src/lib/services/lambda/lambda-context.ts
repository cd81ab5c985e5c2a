import type { Kernel } from '$lib/kernel/kernel';
import type { MachineClock } from '$lib/kernel/machine-clock';
import type { Sandbox } from '$lib/sandbox/isolate';
import type { Performance } from './performance';
import type { QuotaValues } from '$lib/rules/quotas';

/** What every function of an account shares. */
export interface LambdaContext {
  readonly kernel: Kernel;
  readonly clock: MachineClock;
  readonly quotas: QuotaValues;
  readonly performance: Performance;
  readonly region: string;
  readonly account: string;
  /** What Date.now() shows at virtual time 0: milliseconds since 1970. */
  readonly epochMs: number;
  createSandbox(functionName: string): Sandbox;
  /** Environments are numbered from 1, over all functions. */
  nextEnvironmentNumber(): number;
}
