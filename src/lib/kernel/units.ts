/**
 * Units carried in types. A plain number never becomes one of them by accident: use the constructors here.
 */

declare const unit: unique symbol;

/** Virtual time or a duration: a whole number of microseconds since the start of the simulation. */
export type Microseconds = number & { readonly [unit]: 'us' };

/** A whole number of bytes. */
export type Bytes = number & { readonly [unit]: 'bytes' };

/** Money: a whole number of 10⁻¹² US dollars. */
export type PicoDollars = number & { readonly [unit]: 'usd-12' };

/** Rounds to whole microseconds. */
export function microseconds(value: number): Microseconds {
  return Math.round(value) as Microseconds;
}

export function milliseconds(value: number): Microseconds {
  return microseconds(value * 1_000);
}

export function seconds(value: number): Microseconds {
  return microseconds(value * 1_000_000);
}

export function minutes(value: number): Microseconds {
  return seconds(value * 60);
}

export function toMilliseconds(time: Microseconds): number {
  return time / 1_000;
}

export function bytes(value: number): Bytes {
  return Math.round(value) as Bytes;
}

/** AWS's "MB" of memory and storage settings are mebibytes. */
export function mebibytes(value: number): Bytes {
  return bytes(value * 1_048_576);
}

export function picoDollars(value: number): PicoDollars {
  return Math.round(value) as PicoDollars;
}

export const ZERO_TIME = microseconds(0);

/** The sum of a time and a duration, still whole microseconds. */
export function after(time: Microseconds, duration: Microseconds): Microseconds {
  return (time + duration) as Microseconds;
}

/** The duration from `start` to `end`; negative when `end` is earlier. */
export function between(start: Microseconds, end: Microseconds): Microseconds {
  return (end - start) as Microseconds;
}
