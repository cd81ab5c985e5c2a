import { expect, it } from 'vitest';
import { arrowTarget } from './roving';

it('goes to the neighbour', () => {
  expect(arrowTarget('ArrowRight', 0, 3)).toBe(1);
  expect(arrowTarget('ArrowLeft', 2, 3)).toBe(1);
});

it('goes round at both ends', () => {
  expect(arrowTarget('ArrowRight', 2, 3)).toBe(0);
  expect(arrowTarget('ArrowLeft', 0, 3)).toBe(2);
});

it('starts at an end when nothing is chosen yet', () => {
  expect(arrowTarget('ArrowRight', -1, 3)).toBe(0);
  expect(arrowTarget('ArrowLeft', -1, 3)).toBe(2);
});

it('leaves other keys and empty rows alone', () => {
  expect(arrowTarget('Enter', 0, 3)).toBeUndefined();
  expect(arrowTarget('End', -1, 0)).toBeUndefined();
});
