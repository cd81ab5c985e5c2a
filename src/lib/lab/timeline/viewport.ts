/** The part of the axis that is on screen, and how the learner moves it. Pure: each move gives a new viewport. */
import { toTime, toUnits, type Axis } from './axis';

export interface Viewport {
  /** Axis units at the left and right edge. */
  readonly start: number;
  readonly end: number;
}

/** A viewport on an axis, drawn from `left` on, `width` CSS pixels wide. */
export interface Frame {
  readonly axis: Axis;
  readonly viewport: Viewport;
  readonly left: number;
  readonly width: number;
}

/** Free space on each side when everything fits, as a part of what is shown. */
const MARGIN = 0.03;
/** The closest zoom: this many units (microseconds) across. */
const UNITS_MIN = 10;

export function fit(axis: Axis): Viewport {
  return { start: -axis.length * MARGIN, end: axis.length * (1 + MARGIN) };
}

/** Shows the virtual times `from` to `to` with some room around them. */
export function fitTimes(axis: Axis, from: number, to: number): Viewport {
  const start = toUnits(axis, from);
  const end = Math.max(toUnits(axis, to), start + UNITS_MIN);
  const margin = (end - start) * 0.08;
  return clamp(axis, { start: start - margin, end: end + margin });
}

/** `factor` above 1 zooms in; what is at `anchor` (0 to 1 across) stays where it is. */
export function zoom(axis: Axis, viewport: Viewport, factor: number, anchor: number): Viewport {
  const units = viewport.end - viewport.start;
  const next = Math.max(units / factor, UNITS_MIN);
  const start = viewport.start + (units - next) * anchor;
  return clamp(axis, { start, end: start + next });
}

/** Moves by a part of what is shown: 0.5 is half a screen to the right. */
export function pan(axis: Axis, viewport: Viewport, part: number): Viewport {
  const by = (viewport.end - viewport.start) * part;
  return clamp(axis, { start: viewport.start + by, end: viewport.end + by });
}

/** Moves the least that brings the virtual time `at` into view. */
export function reveal(axis: Axis, viewport: Viewport, at: number): Viewport {
  const units = toUnits(axis, at);
  const size = viewport.end - viewport.start;
  if (units < viewport.start) return clamp(axis, { start: units - size * 0.2, end: units + size * 0.8 });
  if (units > viewport.end) return clamp(axis, { start: units - size * 0.8, end: units + size * 0.2 });
  return viewport;
}

export function toX(frame: Frame, time: number): number {
  const { start, end } = frame.viewport;
  return frame.left + ((toUnits(frame.axis, time) - start) / (end - start)) * frame.width;
}

export function timeAtX(frame: Frame, x: number): number {
  const { start, end } = frame.viewport;
  return toTime(frame.axis, start + ((x - frame.left) / frame.width) * (end - start));
}

function clamp(axis: Axis, viewport: Viewport): Viewport {
  const widest = fit(axis);
  const units = viewport.end - viewport.start;
  if (units >= widest.end - widest.start) return widest;
  const start = Math.min(Math.max(viewport.start, widest.start), widest.end - units);
  return { start, end: start + units };
}
