import { microseconds, minutes, seconds, type Microseconds } from '$lib/kernel/units';

export interface Wait {
  readonly label: string;
  readonly duration: Microseconds;
}

export const WAITS: readonly Wait[] = [
  { label: '+1 s', duration: seconds(1) },
  { label: '+1 min', duration: minutes(1) },
  { label: '+5 min', duration: minutes(5) },
  { label: '+10 min', duration: minutes(10) },
];

/** Microseconds in a unit, by the unit's name in the custom wait. */
export const UNITS = {
  ms: 1_000,
  s: 1_000_000,
  min: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
} as const;

export type Unit = keyof typeof UNITS;

/** The longest wait at once: 30 days. */
const WAIT_MAX = 30 * UNITS.d;

/** A duration from what was typed; undefined unless it is a number above 0 and no more than 30 days. */
export function customWait(amount: string, unit: Unit): Microseconds | undefined {
  const duration = Number(amount.replace(',', '.')) * UNITS[unit];
  return amount.trim() !== '' && duration >= 1 && duration <= WAIT_MAX ? microseconds(duration) : undefined;
}

/** Speeds to choose from: virtual seconds a real second. */
export const SPEEDS = [1, 10, 100, 1_000, 10_000, 'max'] as const;

export function speedLabel(speed: number | 'max'): string {
  return speed === 'max' ? 'as fast as it goes' : `${speed.toLocaleString('en')}×`;
}
