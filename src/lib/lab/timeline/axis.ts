/**
 * The time axis: virtual time to axis units and back. One unit is one microsecond, except in folded stretches: long
 * idle times are drawn short, so that a 150 ms cold start before a wait of six minutes stays visible.
 */
import type { Interval } from './activity';

export interface AxisPiece {
  /** Virtual time, microseconds. */
  readonly from: number;
  readonly to: number;
  /** Axis units. */
  readonly start: number;
  readonly end: number;
  readonly folded: boolean;
}

export interface Axis {
  /** In order, without holes; at least one. */
  readonly pieces: readonly AxisPiece[];
  /** Units from the first piece's start (always 0) to the last one's end. */
  readonly length: number;
}

/** A fold is never wider than this part of all the activity, and all folds together not wider than the second. */
const FOLD_WIDTH = 0.17;
const FOLDS_TOGETHER = 0.6;
/** Idle time is folded when it is longer than this part of all the activity. */
const FOLD_FROM = 0.25;
/** Idle time left unfolded on each side of a stretch of activity, as a part of all the activity. */
const MARGIN = 0.03;
const FOLDS_MAX = 256;
/** The axis of a run in which nothing has happened still has a width: one millisecond. */
const LENGTH_MIN = 1_000;

/** True to scale from 0 to `end`. */
export function linearAxis(end: number): Axis {
  const length = Math.max(end, LENGTH_MIN);
  return { pieces: [{ from: 0, to: length, start: 0, end: length, folded: false }], length };
}

/** From 0 to `end`, idle times folded. `activity` is sorted and merged. */
export function foldedAxis(activity: readonly Interval[], end: number): Axis {
  const total = activity.reduce((sum, { from, to }) => sum + to - from, 0);
  if (total === 0) return linearAxis(end);
  const gaps = longestGaps(idleTimes(activity, end, total * MARGIN), total * FOLD_FROM);
  const width = total * Math.min(FOLD_WIDTH, FOLDS_TOGETHER / Math.max(gaps.length, 1));
  return assemble(gaps, width, Math.max(end, LENGTH_MIN));
}

/** Axis units of a virtual time. Times outside the axis go on at its ends' scale. */
export function toUnits(axis: Axis, time: number): number {
  const piece = pieceAt(axis, time, 'from');
  return piece.start + (time - piece.from) * scaleOf(piece);
}

/** Virtual time of a place on the axis: the inverse of {@link toUnits}. */
export function toTime(axis: Axis, units: number): number {
  const piece = pieceAt(axis, units, 'start');
  return piece.from + (units - piece.start) / scaleOf(piece);
}

function idleTimes(activity: readonly Interval[], end: number, margin: number): Interval[] {
  const gaps: Interval[] = [];
  let idleFrom = 0;
  for (const { from, to } of activity) {
    gaps.push({ from: idleFrom === 0 ? 0 : idleFrom + margin, to: from - margin });
    idleFrom = to;
  }
  gaps.push({ from: idleFrom + margin, to: end - margin });
  return gaps;
}

function longestGaps(gaps: readonly Interval[], threshold: number): Interval[] {
  const long = gaps.filter(({ from, to }) => to - from > threshold);
  if (long.length <= FOLDS_MAX) return long;
  return long
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, FOLDS_MAX)
    .sort((a, b) => a.from - b.from);
}

function assemble(gaps: readonly Interval[], foldWidth: number, end: number): Axis {
  const pieces: AxisPiece[] = [];
  let time = 0;
  let units = 0;
  const add = (to: number, width: number, folded: boolean) => {
    if (to <= time) return;
    pieces.push({ from: time, to, start: units, end: units + width, folded });
    time = to;
    units += width;
  };
  for (const gap of gaps) {
    add(gap.from, gap.from - time, false);
    add(gap.to, foldWidth, true);
  }
  add(end, end - time, false);
  return { pieces, length: units };
}

function scaleOf(piece: AxisPiece): number {
  return (piece.end - piece.start) / (piece.to - piece.from);
}

/** The last piece that begins at or before `value` (the first piece for anything earlier). */
function pieceAt(axis: Axis, value: number, side: 'from' | 'start'): AxisPiece {
  let low = 0;
  let high = axis.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const piece = axis.pieces[middle];
    if (piece !== undefined && piece[side] <= value) low = middle;
    else high = middle - 1;
  }
  const piece = axis.pieces[low];
  if (!piece) throw new Error('an axis has at least one piece');
  return piece;
}
