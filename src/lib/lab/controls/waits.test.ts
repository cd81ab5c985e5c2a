import { describe, expect, it } from 'vitest';
import { minutes } from '$lib/kernel/units';
import { customWait } from './waits';

describe('a wait of the learner’s own', () => {
  it('is a number of a unit', () => {
    expect(customWait('6', 'min')).toBe(minutes(6));
    expect(customWait('1,5', 'h')).toBe(minutes(90));
  });

  it('is refused when it is nothing, negative, no number or longer than 30 days', () => {
    for (const amount of ['', ' ', '0', '-1', 'soon', '31']) expect(customWait(amount, 'd')).toBeUndefined();
  });
});
