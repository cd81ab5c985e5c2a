import { formatDuration, parseDuration } from './duration';
import type { Rate } from './scenario';

/** The highest rate, in calls a second. */
const CALLS_A_SECOND_MAX = 100_000;

/** `200/s`, `10/m`, `3/100ms`: calls per duration. Undefined when the text is no rate, or too high. */
export function parseRate(text: string): Rate | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,6})?)\/(\d.*|[a-z]+)$/.exec(text);
  const [calls, unit] = [match?.[1], match?.[2]];
  if (calls === undefined || unit === undefined) return undefined;
  const per = parseDuration(/^\d/.test(unit) ? unit : `1${unit}`);
  if (per === undefined || per === 0) return undefined;
  const rate: Rate = { calls: Number(calls), per };
  return callsASecond(rate) <= CALLS_A_SECOND_MAX ? rate : undefined;
}

/** The text that {@link parseRate} reads back: `200/s`. */
export function formatRate({ calls, per }: Rate): string {
  const duration = formatDuration(per);
  return `${calls}/${/^1[a-z]+$/.test(duration) ? duration.slice(1) : duration}`;
}

export function callsASecond({ calls, per }: Rate): number {
  return (calls * 1_000_000) / per;
}
