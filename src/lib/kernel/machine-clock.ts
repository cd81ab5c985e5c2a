import type { ScheduledEvent } from './event-queue';
import type { Kernel } from './kernel';
import { milliseconds } from './units';

/** The clock that XState's `createActor(machine, {clock})` takes: delays in milliseconds. */
export interface MachineClock {
  setTimeout(action: (...args: unknown[]) => void, delayMs: number): ScheduledEvent;
  clearTimeout(event: ScheduledEvent | undefined): void;
}

/** Lets machines wait in virtual time, on the kernel's own queue (XState's SimulatedClock is neither exact nor fast). */
export function machineClock(kernel: Kernel): MachineClock {
  return {
    setTimeout: (action, delayMs) => kernel.after(milliseconds(delayMs), () => action()),
    clearTimeout: (event) => {
      if (event) kernel.cancel(event);
    },
  };
}
