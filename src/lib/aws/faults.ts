import type { RandomStream } from '$lib/kernel/random';
import type { Microseconds } from '$lib/kernel/units';
import type { AwsError } from './errors';

/** Something that the world does to the calls of a service for a while. */
export interface Fault {
  readonly from: Microseconds;
  readonly to: Microseconds;
  readonly service: string;
  /** Every action when left out. */
  readonly action?: string;
  /** AWS's error code. */
  readonly error: string;
  readonly message?: string;
  /** HTTP status. */
  readonly status: number;
  /** Share of the calls that it strikes, 0 to 1. */
  readonly rate: number;
}

/** Decides at the door which calls fail before they reach their service. */
export class FaultInjector {
  readonly #faults: readonly Fault[];
  readonly #chance: RandomStream;

  constructor(faults: readonly Fault[], chance: RandomStream) {
    this.#faults = faults;
    this.#chance = chance;
  }

  /** The error that a call at `now` fails with, if a fault strikes it. */
  strike(now: Microseconds, service: string, action: string): AwsError | undefined {
    for (const fault of this.#faults) {
      const concerned =
        now >= fault.from &&
        now < fault.to &&
        fault.service === service &&
        (fault.action === undefined || fault.action === action);
      if (concerned && this.#chance.unit() < fault.rate)
        return {
          name: fault.error,
          message: fault.message ?? 'A fault of the scenario struck this call.',
          status: fault.status,
        };
    }
    return undefined;
  }
}
