/** The slider over the run: its steps follow the timeline's axis, so that folded idle time takes little of it. */
import { microseconds, type Microseconds } from '$lib/kernel/units';
import type { TimelineView } from '$lib/worker/protocol';
import { activityOf } from '../timeline/activity';
import { foldedAxis, toTime, toUnits, type Axis } from '../timeline/axis';

/** Positions of the slider, from 0 to this. */
export const SCRUB_STEPS = 1_000;

export function scrubAxis(timeline: TimelineView | undefined, now: Microseconds): Axis {
  return foldedAxis(timeline ? activityOf(timeline, now) : [], now);
}

export function toStep(axis: Axis, at: Microseconds): number {
  return Math.round((toUnits(axis, at) / axis.length) * SCRUB_STEPS);
}

/** The last position is the live edge itself, whatever rounding says. */
export function fromStep(axis: Axis, step: number, now: Microseconds): Microseconds {
  return step >= SCRUB_STEPS ? now : microseconds(toTime(axis, (step / SCRUB_STEPS) * axis.length));
}
