import type { Microseconds } from './units';

const STEPS: readonly (readonly [unit: string, size: number])[] = [
  ['d', 86_400_000_000],
  ['h', 3_600_000_000],
  ['min', 60_000_000],
  ['s', 1_000_000],
  ['ms', 1_000],
  ['µs', 1],
];

/** A duration as people read it: `141 ms`, `3.05 s`, `6 min`, `1 h 12 min`. Takes microseconds. */
export function formatDuration(duration: Microseconds | number): string {
  const size = Math.abs(duration);
  const sign = duration < 0 ? '−' : '';
  const index = Math.max(
    0,
    STEPS.findIndex(([, unit]) => size >= unit),
  );
  const [unit, unitSize] = size < 1 ? ['ms', 1_000] : (STEPS[index] ?? ['µs', 1]);
  if (unitSize >= 60_000_000) {
    const [lowerUnit, lowerSize] = STEPS[index + 1] ?? ['s', 1_000_000];
    const whole = Math.floor(size / unitSize);
    const rest = Math.floor((size - whole * unitSize) / lowerSize);
    return `${sign}${whole} ${unit}${rest === 0 ? '' : ` ${rest} ${lowerUnit}`}`;
  }
  return `${sign}${trimmed(size / unitSize)} ${unit}`;
}

/** Up to three significant digits, no trailing zeros. */
function trimmed(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}
