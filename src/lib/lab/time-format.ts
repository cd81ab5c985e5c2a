/** Virtual times and durations as the lab writes them. Times are microseconds from the start of the run. */
import type { Microseconds } from '$lib/kernel/units';

const MILLISECOND = 1_000;
const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `+00:06:12.345`; days come first when there are any: `+2d 03:00:00.000`. */
export function formatClock(at: Microseconds): string {
  const days = Math.floor(at / DAY);
  const rest = at % DAY;
  const time = [Math.floor(rest / HOUR), Math.floor(rest / MINUTE) % 60, Math.floor(rest / SECOND) % 60]
    .map((part) => pad(part, 2))
    .join(':');
  return `+${days > 0 ? `${days}d ` : ''}${time}.${pad(Math.floor(rest / MILLISECOND) % 1000, 3)}`;
}

/** The virtual wall clock as CloudWatch shows it: `2026-01-05T09:00:00.141Z`. */
export function formatWallClock(epochMs: number, at: Microseconds): string {
  return formatTimestamp(epochMs + Math.floor(at / MILLISECOND));
}

/** Milliseconds since 1970 as an ISO 8601 timestamp. */
export function formatTimestamp(timestampMs: number): string {
  return new Date(timestampMs).toISOString();
}

/** A duration with the two units that matter: `90 µs`, `141.2 ms`, `2.5 s`, `6 min 12 s`, `1 h 30 min`, `2 d 3 h`. */
export function formatDuration(duration: number): string {
  const size = Math.abs(duration);
  if (size < MILLISECOND) return `${Math.round(duration)} µs`;
  if (size < SECOND) return `${decimals(duration / MILLISECOND, 2)} ms`;
  if (size < MINUTE) return `${decimals(duration / SECOND, 2)} s`;
  if (size < HOUR) return twoUnits(duration, MINUTE, 'min', SECOND, 's');
  if (size < DAY) return twoUnits(duration, HOUR, 'h', MINUTE, 'min');
  return twoUnits(duration, DAY, 'd', HOUR, 'h');
}

/** Milliseconds as AWS prints them: two decimals. */
export function formatMilliseconds(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`;
}

function twoUnits(
  duration: number,
  unit: number,
  name: string,
  smaller: number,
  smallerName: string,
): string {
  const whole = Math.floor(duration / unit);
  const rest = Math.floor((duration % unit) / smaller);
  return rest === 0 ? `${whole} ${name}` : `${whole} ${name} ${rest} ${smallerName}`;
}

function decimals(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
