import { describe, expect, it } from 'vitest';
import { microseconds, milliseconds, minutes } from '$lib/kernel/units';
import { formatClock, formatWallClock } from './time-format';

describe('virtual times in words', () => {
  it('the clock shows hours, minutes, seconds and milliseconds from the start', () => {
    expect(formatClock(microseconds(0))).toBe('+00:00:00.000');
    expect(formatClock(milliseconds(372_345))).toBe('+00:06:12.345');
    expect(formatClock(minutes(60 * 51))).toBe('+2d 03:00:00.000');
  });

  it('the clock never shows a millisecond that has not passed', () => {
    expect(formatClock(microseconds(1_999))).toBe('+00:00:00.001');
  });

  it('the wall clock is the epoch plus the virtual time', () => {
    expect(formatWallClock(Date.UTC(2026, 0, 5, 9), milliseconds(141))).toBe('2026-01-05T09:00:00.141Z');
  });
});
