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

/** Milliseconds as AWS prints them: two decimals. */
export function formatMilliseconds(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
