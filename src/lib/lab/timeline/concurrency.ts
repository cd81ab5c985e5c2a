/** The strip below the lanes: how many invocations are at work at once, against the limit. */
import type { TimelineView } from '$lib/worker/protocol';

type Step = TimelineView['concurrency'][number];

export interface ConcurrencyScale {
  /** The count at the top of the strip. */
  readonly top: number;
  /** Whether the limit is on the scale; if not it is only named. */
  readonly limitShown: boolean;
}

/** A limit far above anything that happened would flatten the curve: then the scale follows the curve. */
export function concurrencyScale(highest: number, limit: number): ConcurrencyScale {
  const limitShown = highest * 3 >= limit;
  return { top: limitShown ? Math.max(limit, highest) * 1.15 : Math.max(highest, 1) * 1.3, limitShown };
}

export function highestCount(steps: readonly Step[]): number {
  return steps.reduce((highest, { count }) => Math.max(highest, count), 0);
}

/** How many were at work at a time: the newest step at or before it. */
export function countAt(steps: readonly Step[], time: number): number {
  return steps[lastStepAt(steps, time)]?.count ?? 0;
}

/** Index of the newest step at or before a time; -1 before the first. */
export function lastStepAt(steps: readonly Step[], time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const step = steps[middle];
    if (step && step.at <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
