import type { TimelineView } from '$lib/worker/protocol';

/** A stretch of virtual time, in microseconds; a point when both ends are equal. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * When anything was happening: environments initialising or working, marks, and the moments at which a frozen
 * environment woke or ended. Sorted and merged. A span that still lasts ends at `now`.
 */
export function activityOf(timeline: TimelineView, now: number): readonly Interval[] {
  if (last?.timeline !== timeline || last.now !== now)
    last = { timeline, now, activity: merged(timeline, now) };
  return last.activity;
}

/** The timeline and the slider ask for the same activity, one after the other. */
let last:
  | { readonly timeline: TimelineView; readonly now: number; readonly activity: readonly Interval[] }
  | undefined;

function merged(timeline: TimelineView, now: number): Interval[] {
  const { starts, ends } = edges(timeline, now);
  const found: Interval[] = [];
  let from = 0;
  let depth = 0;
  let next = 0;
  for (const start of starts) {
    // Close every interval that ended before this one began; an end that equals the start keeps it open.
    for (let end = ends[next]; end !== undefined && end < start; end = ends[++next]) {
      depth -= 1;
      if (depth === 0) found.push({ from, to: end });
    }
    if (depth === 0) from = start;
    depth += 1;
  }
  const end = ends.at(-1);
  if (depth > 0 && end !== undefined) found.push({ from, to: end });
  return found;
}

/** Starts and ends, each sorted by itself: typed arrays sort 100,000 of them in a few milliseconds. */
function edges(timeline: TimelineView, now: number): { starts: Float64Array; ends: Float64Array } {
  let count = timeline.marks.length;
  for (const lane of timeline.lanes) count += lane.spans.length;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  let used = 0;
  const add = (from: number, to: number) => {
    starts[used] = from;
    ends[used] = to;
    used += 1;
  };
  for (const mark of timeline.marks) add(mark.at, mark.at);
  for (const lane of timeline.lanes) {
    for (const span of lane.spans) {
      if (span.kind !== 'frozen') add(span.start, span.end ?? now);
      else if (span.end !== undefined) add(span.end, span.end);
    }
  }
  return { starts: starts.subarray(0, used).sort(), ends: ends.subarray(0, used).sort() };
}
