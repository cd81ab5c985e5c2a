import { describe, expect, it } from 'vitest';
import { RandomStreams } from './random';

const draws = (streams: RandomStreams, name: string, count: number) =>
  Array.from({ length: count }, () => streams.stream(name).uint32());

describe('random streams', () => {
  it('repeat for the same seed and name', () => {
    expect(draws(new RandomStreams(7), 'a', 20)).toEqual(draws(new RandomStreams(7), 'a', 20));
  });

  it('differ by seed and by name', () => {
    const a = draws(new RandomStreams(7), 'a', 20);
    expect(draws(new RandomStreams(8), 'a', 20)).not.toEqual(a);
    expect(draws(new RandomStreams(7), 'b', 20)).not.toEqual(a);
  });

  it('are not disturbed by draws from another name', () => {
    const streams = new RandomStreams(7);
    const first = draws(streams, 'a', 5);
    draws(streams, 'b', 100);
    expect([...first, ...draws(streams, 'a', 5)]).toEqual(draws(new RandomStreams(7), 'a', 10));
  });

  it('follow the quantiles of a published distribution', () => {
    const stream = new RandomStreams(1).stream('init');
    const values = Array.from({ length: 10_000 }, () =>
      stream.fromQuantiles([
        [0, 100],
        [0.5, 141],
        [0.9, 173],
        [1, 300],
      ]),
    ).sort((a, b) => a - b);
    expect(values[0]).toBeGreaterThanOrEqual(100);
    expect(values.at(-1)).toBeLessThanOrEqual(300);
    expect(values[5_000]).toBeGreaterThan(139);
    expect(values[5_000]).toBeLessThan(143);
    expect(values[9_000]).toBeGreaterThan(170);
    expect(values[9_000]).toBeLessThan(183);
  });
});
