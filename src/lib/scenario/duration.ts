import { microseconds, type Microseconds } from '$lib/kernel/units';

/** Units of a duration in microseconds, largest first. */
const UNITS = [
  ['d', 86_400_000_000],
  ['h', 3_600_000_000],
  ['m', 60_000_000],
  ['s', 1_000_000],
  ['ms', 1_000],
  ['us', 1],
] as const;

/** The longest duration: a year. */
export const DURATION_MAX = microseconds(366 * 86_400_000_000);

const NUMBER = String.raw`(\d{1,12}(?:\.\d{1,6})?)`;
const DURATION = new RegExp(`^${UNITS.map(([unit]) => `(?:${NUMBER}${unit})?`).join('')}$`);

/** `250ms`, `1s`, `1m30s`, `1.5h`: units from large to small, each once. Undefined when the text is no duration. */
export function parseDuration(text: string): Microseconds | undefined {
  const match = text === '' ? null : DURATION.exec(text);
  if (!match) return undefined;
  const total = UNITS.reduce((sum, [, size], index) => sum + Number(match[index + 1] ?? 0) * size, 0);
  return total <= DURATION_MAX ? microseconds(total) : undefined;
}

/** The text that {@link parseDuration} reads back: `1m30s`. */
export function formatDuration(duration: Microseconds): string {
  let rest: number = duration;
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}
