import type { RecordId } from '$lib/kernel/trace/record-kind';
import type { TimelineView } from '$lib/worker/protocol';
import type { TimelineLayout } from './layout';
import type { Palette } from './palette';
import type { Focus } from './roving';
import type { Frame } from './viewport';

/** Everything that one drawing of the timeline depends on. */
export interface Picture {
  readonly timeline: TimelineView;
  readonly layout: TimelineLayout;
  readonly frame: Frame;
  readonly scrollTop: number;
  /** The live edge. */
  readonly now: number;
  /** The time looked at; equal to `now` at the live edge. */
  readonly cursor: number;
  readonly selected: RecordId | undefined;
  readonly focus: Focus | undefined;
  readonly palette: Palette;
  readonly hatch: CanvasPattern | null;
}

export type Canvas = CanvasRenderingContext2D;

/** Half a pixel off, so that a line one pixel wide falls on one row of pixels. */
export function crisp(value: number): number {
  return Math.round(value) + 0.5;
}
