/** Where the axis carries a label, from microseconds to days. */
import { formatDuration } from '$lib/kernel/format';
import type { Interval } from './activity';
import type { AxisPiece } from './axis';
import { timeAtX, toX, type Frame } from './viewport';

export interface Tick {
  readonly x: number;
  /** Left out where it would run into its neighbour. */
  readonly label: string | undefined;
}

export interface Fold {
  readonly x: number;
  readonly width: number;
  /** How much time is folded away. */
  readonly label: string;
}

const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From one second on the steps follow the clock; below and beyond days they are 1, 2 and 5. */
const CLOCK_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
];
const TICK_DISTANCE_MIN = 84;
/** Of the 12 px mono face. */
const CHARACTER_WIDTH = 6.7;
const LABEL_GAP = 12;
const TICKS_MAX = 400;

/** The smallest nice step of at least `atLeast` microseconds. */
export function niceStep(atLeast: number): number {
  if (atLeast > SECOND / 2 && atLeast <= 12 * HOUR) {
    return CLOCK_STEPS.find((step) => step >= atLeast) ?? DAY;
  }
  const unit = atLeast > 12 * HOUR ? DAY : 1;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(atLeast / unit)));
  const nice = [1, 2, 5, 10].find((count) => count * power * unit >= atLeast) ?? 10;
  return nice * power * unit;
}

/** `0`, `12 ms`, `1.25 s`, `6m 00.154s`, `1h 06m`, `2d 03h`: only as exact as the step. */
export function tickLabel(time: number, step: number): string {
  if (time === 0) return '0';
  if (time < 1_000) return `${time} µs`;
  if (time < SECOND) return `${(time / 1_000).toFixed(digits(step, 1_000))} ms`;
  if (time < MINUTE) return `${(time / SECOND).toFixed(digits(step, SECOND))} s`;
  const parts: string[] = [];
  const part = (unit: number, of: number, name: string) => {
    const value = Math.floor(time / unit) % of;
    if (parts.length === 0 && value === 0) return;
    parts.push(`${String(value).padStart(parts.length === 0 ? 1 : 2, '0')}${name}`);
  };
  part(DAY, Infinity, 'd');
  if (step % DAY !== 0) part(HOUR, 24, 'h');
  if (step % HOUR !== 0) part(MINUTE, 60, 'm');
  if (step % MINUTE !== 0) {
    const places = digits(step, SECOND);
    const rest = ((time % MINUTE) / SECOND).toFixed(places);
    parts.push(`${rest.padStart(places === 0 ? 2 : places + 3, '0')}s`);
  }
  return parts.join(' ');
}

/** The ticks and folds in view, from left to right. */
export function ticksOf(frame: Frame): { ticks: Tick[]; folds: Fold[] } {
  const ticks: Tick[] = [];
  const folds: Fold[] = [];
  const { start, end } = frame.viewport;
  const step = niceStep((TICK_DISTANCE_MIN * (end - start)) / frame.width);
  let free = -Infinity;
  for (const piece of frame.axis.pieces) {
    if (piece.end < start || piece.start > end) continue;
    if (piece.folded) {
      const x = toX(frame, piece.from);
      folds.push({ x, width: toX(frame, piece.to) - x, label: formatDuration(piece.to - piece.from) });
      continue;
    }
    const { from, to } = labelRoom(frame, piece);
    for (const time of multiples(visible(frame, piece), step)) {
      if (ticks.length >= TICKS_MAX) break;
      const x = toX(frame, time);
      const text = tickLabel(time, step);
      const half = (text.length * CHARACTER_WIDTH) / 2;
      const fits = x - half >= Math.max(free, from) && x + half <= to;
      if (fits) free = x + half + LABEL_GAP;
      ticks.push({ x, label: fits ? text : undefined });
    }
  }
  return { ticks, folds };
}

/** Where the labels of a piece may stand, in CSS pixels: not over the folds beside it, which have labels of their own. */
function labelRoom(frame: Frame, piece: AxisPiece): Interval {
  const { axis, left, width } = frame;
  const first = piece === axis.pieces[0];
  const last = piece === axis.pieces.at(-1);
  return {
    from: first ? -Infinity : toX(frame, piece.from) - LABEL_GAP / 2,
    to: last ? left + width + LABEL_GAP : toX(frame, piece.to) + LABEL_GAP / 2,
  };
}

function visible(frame: Frame, piece: AxisPiece): Interval {
  return {
    from: Math.max(piece.from, timeAtX(frame, frame.left)),
    to: Math.min(piece.to, timeAtX(frame, frame.left + frame.width)),
  };
}

function* multiples({ from, to }: Interval, step: number): Generator<number> {
  for (let index = Math.ceil(from / step); index * step <= to; index += 1) yield index * step;
}

function digits(step: number, unit: number): number {
  return step >= unit ? 0 : Math.min(6, Math.ceil(Math.log10(unit / step) - 1e-9));
}
