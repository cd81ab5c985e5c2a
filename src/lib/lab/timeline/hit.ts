/** What is under the pointer. */
import type { Lane, Mark, Span, TimelineView } from '$lib/worker/protocol';
import { barsOf, markGroupsOf, type Bar } from './bars';
import type { TimelineLayout } from './layout';
import type { Frame } from './viewport';

export type Hit =
  | { readonly kind: 'span'; readonly lane: Lane; readonly span: Span; readonly count: number }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly count: number }
  | { readonly kind: 'axis' };

/** How far off a click may be, in CSS pixels. */
const TOLERANCE = 4;
const MARK_TOLERANCE = 8;
/** What is rarer wins where bars overlap. */
const RANK = { failed: 3, init: 2, invoke: 1, frozen: 0 };

export function hitTest(
  timeline: TimelineView,
  layout: TimelineLayout,
  frame: Frame,
  scrollTop: number,
  now: number,
  x: number,
  y: number,
): Hit | undefined {
  if (x < layout.gutter - TOLERANCE || x > layout.width) return undefined;
  if (y < layout.axisHeight) return { kind: 'axis' };
  if (y < layout.lanesTop) return hitMark(timeline.marks, frame, x);
  if (y >= layout.lanesBottom) return undefined;
  const lane = timeline.lanes[Math.floor((y - layout.lanesTop + scrollTop) / layout.laneHeight)];
  if (!lane) return undefined;
  const bar = barAt(barsOf(lane, frame, now), x);
  return bar && { kind: 'span', lane, span: bar.span, count: bar.count };
}

function hitMark(marks: readonly Mark[], frame: Frame, x: number): Hit | undefined {
  const near = markGroupsOf(marks, frame)
    .filter((group) => Math.abs(group.x - x) <= MARK_TOLERANCE)
    .sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
  return near && { kind: 'mark', mark: near.mark, count: near.count };
}

function barAt(bars: readonly Bar[], x: number): Bar | undefined {
  const distance = (bar: Bar) => Math.max(bar.x - x, x - (bar.x + bar.width), 0);
  return bars
    .filter((bar) => distance(bar) <= (bar.kind === 'frozen' ? 0 : TOLERANCE))
    .sort((a, b) => distance(a) - distance(b) || RANK[b.kind] - RANK[a.kind])[0];
}
