import type { KnownCall } from '$lib/aws/actions';
import type { Fault as InjectedFault } from '$lib/aws/faults';
import type { Microseconds } from '$lib/kernel/units';
import type { QuotaOverrides, QuotaProfile } from '$lib/rules/quotas';
import type { FunctionConfiguration } from '$lib/services/lambda/configuration';
import type { Fault } from './fault';
import type { JsonObject } from './json';

/** A scenario that has been checked: nothing in it needs checking again. Plain data. */
export interface Scenario {
  readonly title: string;
  /** Seed of every random stream: a whole number from 0 to 2³² − 1. */
  readonly seed: number;
  readonly quotas: Quotas;
  /** The instant that virtual time 0 stands for: milliseconds since 1970. */
  readonly startsAt: number;
  /** The template as its author wrote it, short tags (`!Ref X`) in their long form (`{Ref: X}`). */
  readonly template: JsonObject;
  /** The template's functions by logical ID, in the order of the template. */
  readonly functions: ReadonlyMap<string, FunctionConfiguration>;
  /** All files by their path in the scenario (`orders/index.mjs`). */
  readonly files: ReadonlyMap<string, string>;
  readonly workload: readonly WorkloadLine[];
  /** What the world does to some calls for a while. */
  readonly faults: readonly InjectedFault[];
  /** Where a headless run ends. */
  readonly until: Microseconds;
}

export interface Quotas {
  readonly profile: QuotaProfile;
  /** Quotas that differ from the profile: `{ ConcurrentExecutions: 10 }`. Checked by `$lib/rules/quotas`. */
  readonly overrides: QuotaOverrides;
}

/** One line of the workload: a call, and when it is made. */
export interface WorkloadLine {
  /** `lambda:Invoke`. */
  readonly call: KnownCall;
  /**
   * What the API gets: intrinsic functions worked out, and a logical ID in `FunctionName` replaced by the function's
   * name. A `Payload` that is text is the body of the request as it stands; any other JSON value stands for its text.
   */
  readonly input: JsonObject;
  /** The input as its author wrote it. */
  readonly written: JsonObject;
  readonly timing: Timing;
}

export type Timing =
  /** `count` calls at one instant. */
  | { readonly kind: 'once'; readonly at: Microseconds; readonly count: number }
  /** `count` calls at `from`, and again each `every` until before `to`. */
  | {
      readonly kind: 'every';
      readonly from: Microseconds;
      readonly to: Microseconds;
      readonly every: Microseconds;
      readonly count: number;
    }
  /** Calls at a rate that goes in a straight line from `rate.from` (at `from`) to `rate.to` (at `to`, excluded). */
  | {
      readonly kind: 'rate';
      readonly from: Microseconds;
      readonly to: Microseconds;
      readonly rate: { readonly from: Rate; readonly to: Rate };
      readonly arrivals: 'even' | 'poisson';
    };

/** `200/s` is 200 calls per 1,000,000 µs. */
export interface Rate {
  readonly calls: number;
  readonly per: Microseconds;
}

/** What reading a scenario's text gives: a scenario, or every fault found. */
export type ParsedScenario =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** What AWS would accept and the author probably did not mean. */
      readonly warnings: readonly Fault[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };
