import type { Microseconds } from '$lib/kernel/units';
import type { StepAction } from './types';

/** What can be done to a running simulation; the worker's interface has both. */
export interface Performer {
  /** Sends `count` synchronous invocations at once, then runs until all have been answered. */
  invoke(functionName: string, payload: string, count: number): Promise<void>;
  /** Lets virtual time pass. */
  advance(duration: Microseconds): Promise<void>;
}

/** Does one of a step's actions, as its button says. */
export async function performAction(performer: Performer, action: StepAction): Promise<void> {
  if (action.kind === 'wait') {
    await performer.advance(action.duration);
    return;
  }
  for (let round = 0; round < action.rounds; round++)
    await performer.invoke(action.functionName, action.event, action.count);
}
