/** Moving over the timeline by keyboard: row 0 holds the marks, each row after it one environment's spans. */
import type { Mark, Span, TimelineView } from '$lib/worker/protocol';
import { formatDuration } from '$lib/kernel/format';
import { formatClock } from '../time-format';
import { microseconds } from '$lib/kernel/units';

export interface Focus {
  /** 0: the marks; n: lane n - 1. */
  readonly row: number;
  readonly index: number;
}

export type FocusMove = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

type Item = Span | Mark;

/** Where the focus goes. Without a present focus: the first thing that there is. */
export function moveFocus(
  timeline: TimelineView,
  focus: Focus | undefined,
  move: FocusMove,
): Focus | undefined {
  const from = focus && itemAt(timeline, focus);
  if (!focus || !from) return firstFocus(timeline);
  const row = itemsOf(timeline, focus.row);
  switch (move) {
    case 'left':
      return { ...focus, index: Math.max(0, focus.index - 1) };
    case 'right':
      return { ...focus, index: Math.min(row.length - 1, focus.index + 1) };
    case 'first':
      return { ...focus, index: 0 };
    case 'last':
      return { ...focus, index: row.length - 1 };
    case 'up':
      return nextRow(timeline, focus, -1, timeOf(from)) ?? focus;
    case 'down':
      return nextRow(timeline, focus, 1, timeOf(from)) ?? focus;
  }
}

export function itemAt(timeline: TimelineView, focus: Focus): Item | undefined {
  return itemsOf(timeline, focus.row)[focus.index];
}

/** When the thing in focus happens. */
export function timeOf(item: Item): number {
  return 'start' in item ? item.start : item.at;
}

/** For the screen reader: what it is, where and when. */
export function describeFocus(timeline: TimelineView, focus: Focus, now: number): string {
  const item = itemAt(timeline, focus);
  if (!item) return '';
  const at = `at ${formatClock(microseconds(timeOf(item)))}`;
  const place = `${focus.index + 1} of ${itemsOf(timeline, focus.row).length}`;
  if (!('start' in item)) return `${item.label}, ${at}. Mark ${place}.`;
  const lane = timeline.lanes[focus.row - 1];
  const lasted = formatDuration((item.end ?? now) - item.start);
  const name = lane ? `${lane.functionName}, environment ${lane.environment}` : '';
  return `${name}: ${item.label}, ${at}, ${item.end === undefined ? 'so far' : 'lasted'} ${lasted}. ${place}.`;
}

function itemsOf(timeline: TimelineView, row: number): readonly Item[] {
  return row === 0 ? timeline.marks : (timeline.lanes[row - 1]?.spans ?? []);
}

function firstFocus(timeline: TimelineView): Focus | undefined {
  for (let row = 1; row <= timeline.lanes.length; row += 1) {
    if (itemsOf(timeline, row).length > 0) return { row, index: 0 };
  }
  return timeline.marks.length > 0 ? { row: 0, index: 0 } : undefined;
}

/** The nearest row with anything in it, at what happens there closest in time. */
function nextRow(timeline: TimelineView, focus: Focus, step: 1 | -1, time: number): Focus | undefined {
  for (let row = focus.row + step; row >= 0 && row <= timeline.lanes.length; row += step) {
    const items = itemsOf(timeline, row);
    if (items.length > 0) return { row, index: nearest(items, time) };
  }
  return undefined;
}

function nearest(items: readonly Item[], time: number): number {
  let best = 0;
  let distance = Infinity;
  items.forEach((item, index) => {
    const away = Math.abs(timeOf(item) - time);
    if (away < distance) [best, distance] = [index, away];
  });
  return best;
}
