import { expect, it } from 'vitest';
import { offsetOf } from './plain-text';

it('finds the place of a line and column', () => {
  expect(offsetOf('ab\ncde\nf', 2, 3)).toBe(5);
  expect(offsetOf('ab\ncde\nf', 1, 1)).toBe(0);
});

it('moves a place outside of the text to the nearest inside', () => {
  expect(offsetOf('ab\ncd', 9, 1)).toBe(3);
  expect(offsetOf('ab\ncd', 1, 99)).toBe(2);
  expect(offsetOf('', 3, 3)).toBe(0);
});
