import { expect, it } from 'vitest';
import { formatDuration } from './format';

it.each([
  [0, '0 ms'],
  [7, '7 µs'],
  [1_230, '1.23 ms'],
  [141_000, '141 ms'],
  [3_050_000, '3.05 s'],
  [59_900_000, '59.9 s'],
  [360_000_000, '6 min'],
  [372_000_000, '6 min 12 s'],
  [4_320_000_000, '1 h 12 min'],
  [90_000_000_000, '1 d 1 h'],
  [-1_500, '−1.5 ms'],
])('%i µs reads as %s', (duration, text) => {
  expect(formatDuration(duration)).toBe(text);
});
