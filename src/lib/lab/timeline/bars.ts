/** What is drawn of a lane and of the marks: only what is in view, and what falls on the same pixel merged. */
import type { Lane, Mark, Span, SpanKind } from '$lib/worker/protocol';
import { timeAtX, toX, type Frame } from './viewport';

export interface Bar {
  readonly kind: SpanKind;
  readonly x: number;
  readonly width: number;
  /** The first of the spans merged into it. */
  readonly span: Span;
  readonly count: number;
}

export interface MarkGroup {
  readonly kind: Mark['kind'];
  readonly x: number;
  /** The first of the marks merged into it. */
  readonly mark: Mark;
  readonly count: number;
}

/** A span of work is never drawn narrower than this. */
const BAR_WIDTH_MIN = 3;
const MERGE_BELOW = 1;
const MARK_DISTANCE_MIN = 9;

/** The bars of one lane, in time's order. `now` ends the span that still lasts. */
export function barsOf(lane: Lane, frame: Frame, now: number): Bar[] {
  const bars: Bar[] = [];
  const until = timeAtX(frame, frame.left + frame.width);
  for (let index = firstEndingAfter(lane.spans, timeAtX(frame, frame.left)); ; index += 1) {
    const span = lane.spans[index];
    if (!span || span.start > until) return bars;
    const x = toX(frame, span.start);
    const right = toX(frame, span.end ?? now);
    const before = bars.at(-1);
    if (before && before.kind === span.kind && right - before.x <= MERGE_BELOW) {
      bars[bars.length - 1] = { ...before, count: before.count + 1 };
      continue;
    }
    const narrowest = span.kind === 'frozen' ? 0 : BAR_WIDTH_MIN;
    bars.push({ kind: span.kind, x, width: Math.max(right - x, narrowest), span, count: 1 });
    if (right - x < MERGE_BELOW) index = skipPixel(lane.spans, index, timeAtX(frame, x + MERGE_BELOW));
  }
}

/** Marks of the same kind that would touch are one group. Failures and throttles come before calls where both fall. */
export function markGroupsOf(marks: readonly Mark[], frame: Frame): MarkGroup[] {
  const groups: MarkGroup[] = [];
  const last = new Map<Mark['kind'], number>();
  const right = frame.left + frame.width;
  for (const mark of marks) {
    const x = toX(frame, mark.at);
    if (x < frame.left - 1 || x > right + 1) continue;
    const index = last.get(mark.kind);
    const before = index === undefined ? undefined : groups[index];
    if (index !== undefined && before && x - before.x < MARK_DISTANCE_MIN) {
      groups[index] = { ...before, count: before.count + 1 };
    } else {
      last.set(mark.kind, groups.length);
      groups.push({ kind: mark.kind, x, mark, count: 1 });
    }
  }
  return groups;
}

/** Spans of a lane follow one another, so their ends are sorted too. */
function firstEndingAfter(spans: readonly Span[], time: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span && span.end !== undefined && span.end < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where thousands of spans share a pixel, goes on at the last one that starts in it. A failure among them would be
 * lost from the lane, so short runs are walked span by span; failures have their marks above the lanes in any case.
 */
function skipPixel(spans: readonly Span[], index: number, until: number): number {
  const WALK = 64;
  const ahead = spans[index + WALK];
  if (!ahead || ahead.start >= until) return index;
  let low = index + WALK;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const span = spans[middle];
    if (span && span.start < until) low = middle;
    else high = middle - 1;
  }
  return low - 1;
}
