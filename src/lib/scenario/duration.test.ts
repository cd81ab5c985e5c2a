import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microseconds } from '$lib/kernel/units';
import { DURATION_MAX, formatDuration, parseDuration } from './duration';
import { formatRate, parseRate } from './rate';

describe('a duration', () => {
  it.each([
    ['0s', 0],
    ['17us', 17],
    ['250ms', 250_000],
    ['1s', 1_000_000],
    ['1.5s', 1_500_000],
    ['5m', 300_000_000],
    ['1m30s', 90_000_000],
    ['2h', 7_200_000_000],
    ['1d', 86_400_000_000],
    ['1d2h3m4s5ms6us', 93_784_005_006],
  ])('%s is %d µs', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each(['', '5', 's', '5 m', '-1s', '1s1m', '1s1s', '1e3s', '5min', '367d', 'Infinity', '1s\n', '١s'])(
    'is not %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DURATION_MAX }).map(microseconds), (duration) => {
        expect(parseDuration(formatDuration(duration))).toBe(duration);
      }),
    );
  });
});

describe('a rate', () => {
  it.each([
    ['200/s', 200, 1_000_000],
    ['10/m', 10, 60_000_000],
    ['0.5/s', 0.5, 1_000_000],
    ['3/100ms', 3, 100_000],
    ['0/s', 0, 1_000_000],
    ['100000/s', 100_000, 1_000_000],
  ])('%s is so many calls in so many microseconds', (text, calls, per) => {
    expect(parseRate(text)).toEqual({ calls, per });
  });

  it.each(['200', '/s', '200/', '200/x', '-1/s', '1/0s', '100001/s', '1/ms1', '1e9/s'])(
    'is not %j',
    (text) => {
      expect(parseRate(text)).toBeUndefined();
    },
  );

  it('is read back as it was written', () => {
    const rate = fc.record({
      calls: fc.integer({ min: 0, max: 100_000 }).map((calls) => calls / 100),
      per: fc.integer({ min: 10_000, max: 1e12 }).map(microseconds),
    });
    fc.assert(
      fc.property(rate, (original) => {
        expect(parseRate(formatRate(original))).toEqual(original);
      }),
    );
  });
});
