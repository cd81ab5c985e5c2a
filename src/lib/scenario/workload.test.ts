import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream, RandomStreams } from '$lib/kernel/random';
import { microseconds, seconds } from '$lib/kernel/units';
import { arrivals } from './arrivals';
import { exponential } from './exponential';
import type { Rate, Timing, WorkloadLine } from './scenario';
import { workloadArrivals } from './workload';

const perSecond = (calls: number): Rate => ({ calls, per: seconds(1) });

function ramp(from: number, to: number, lasting: number, way: 'even' | 'poisson' = 'even'): Timing {
  return {
    kind: 'rate',
    from: seconds(10),
    to: seconds(10 + lasting),
    rate: { from: perSecond(from), to: perSecond(to) },
    arrivals: way,
  };
}

function times(timing: Timing, seed = 1): number[] {
  return [...arrivals(timing, new RandomStream(seed, 'test'))];
}

function line(timing: Timing, name = 'A'): WorkloadLine {
  const input = { FunctionName: name };
  return { call: 'lambda:Invoke', input, written: input, timing };
}

describe('one line', () => {
  it('once: as many calls as it says, at one instant', () => {
    expect(times({ kind: 'once', at: seconds(2), count: 3 })).toEqual([2e6, 2e6, 2e6]);
  });

  it('every: from its start to before its end', () => {
    const timing: Timing = {
      kind: 'every',
      from: seconds(1),
      to: seconds(2),
      every: microseconds(250_000),
      count: 2,
    };
    expect(times(timing)).toEqual([1e6, 1e6, 1.25e6, 1.25e6, 1.5e6, 1.5e6, 1.75e6, 1.75e6]);
  });

  it('a steady rate: the first call at its start, all equally far apart, none at its end', () => {
    expect(times(ramp(4, 4, 1))).toEqual([10e6, 10.25e6, 10.5e6, 10.75e6]);
  });

  it('a rate that does not divide a second is rounded up to whole microseconds, and loses no call', () => {
    const calls = times(ramp(3, 3, 10));
    expect(calls.slice(0, 4)).toEqual([10_000_000, 10_333_334, 10_666_667, 11_000_000]);
    expect(calls).toHaveLength(30);
  });

  it('a ramp makes as many calls as lie under its line, ever denser', () => {
    const calls = times(ramp(0, 200, 60));
    expect(calls).toHaveLength(6_000);
    // Half of the area lies before 1/√2 of the time.
    expect(calls.filter((at) => at < 10e6 + 60e6 * Math.SQRT1_2)).toHaveLength(3_000);
    expect(times(ramp(200, 0, 60))).toHaveLength(6_000);
  });

  it('a ramp: the k-th call comes at the first microsecond at which the area reaches k', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        (from, to, lasting) => {
          const calls = times(ramp(from, to, lasting)).map((at) => (at - 10e6) / 1e6);
          const area = (t: number) => from * t + ((to - from) * t * t) / (2 * lasting);
          for (const [k, t] of calls.entries()) {
            expect(area(t)).toBeGreaterThanOrEqual(k - 1e-6);
            if (t > 0) expect(area(t - 1e-6)).toBeLessThan(k + 1e-6);
          }
          expect(calls.length).toBeGreaterThanOrEqual(Math.floor(area(lasting)) - 1);
        },
      ),
    );
  });

  it('Poisson: the mean number of calls, spread by chance as a Poisson process is', () => {
    const calls = times(ramp(100, 100, 100, 'poisson'), 7);
    expect(calls.length).toBeGreaterThan(10_000 - 4 * 100);
    expect(calls.length).toBeLessThan(10_000 + 4 * 100);
    const perSlot = Array.from({ length: 1_000 }, () => 0);
    for (const at of calls) perSlot[Math.floor((at - 10e6) / 100_000)]! += 1;
    const mean = calls.length / 1_000;
    const variance = perSlot.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 1_000;
    expect(variance / mean).toBeGreaterThan(0.85);
    expect(variance / mean).toBeLessThan(1.15);
  });

  it('Poisson: the same seed gives the same calls, another seed others', () => {
    const timing = ramp(5, 50, 20, 'poisson');
    expect(times(timing, 3)).toEqual(times(timing, 3));
    expect(times(timing, 3)).not.toEqual(times(timing, 4));
  });

  it('rises, and stays within its span, whatever it is', () => {
    const rate = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('even' as const, 'poisson' as const),
        (from, to, lasting, way) => {
          const calls = times(ramp(from, to, lasting, way));
          for (const [index, at] of calls.entries()) {
            expect(Number.isInteger(at)).toBe(true);
            expect(at).toBeGreaterThanOrEqual(index === 0 ? 10e6 : calls[index - 1]!);
            expect(at).toBeLessThan((10 + lasting) * 1e6);
          }
        },
      ),
    );
  });
});

describe('the exponential distribution', () => {
  it('is met in its mean, its spread and its tail', () => {
    const stream = new RandomStream(1, 'exponential');
    const draws = Array.from({ length: 100_000 }, () => exponential(stream));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(1, 1);
    expect(variance).toBeCloseTo(1, 1);
    for (const x of [0.1, 0.5, 1, 2, 3])
      expect(draws.filter((draw) => draw > x).length / draws.length).toBeCloseTo(Math.exp(-x), 2);
  });
});

describe('the workload', () => {
  it('gives the calls of all lines in the order of time; at one instant, in the order of the lines', () => {
    const workload = [
      line({ kind: 'every', from: seconds(0), to: seconds(3), every: seconds(1), count: 1 }, 'A'),
      line({ kind: 'once', at: seconds(1), count: 2 }, 'B'),
      line({ kind: 'once', at: seconds(0), count: 1 }, 'C'),
    ];
    const order = [...workloadArrivals({ workload }, new RandomStreams(1))].map(
      ({ at, line }) => `${at / 1e6}${JSON.stringify(line.input['FunctionName'])}`,
    );
    expect(order).toEqual(['0"A"', '0"C"', '1"A"', '1"B"', '1"B"', '2"A"']);
  });

  it('is not reshuffled by a line for another function', () => {
    const chance = line(ramp(1, 20, 10, 'poisson'), 'Orders');
    const other = line(ramp(5, 5, 10, 'poisson'), 'Other');
    const ofOrders = (workload: WorkloadLine[]) =>
      [...workloadArrivals({ workload }, new RandomStreams(9))]
        .filter(({ line }) => line === chance)
        .map(({ at }) => at);
    expect(ofOrders([other, chance])).toEqual(ofOrders([chance]));
  });

  it('makes calls one by one: the first of a hundred million costs no more than the first of one', () => {
    const endless = line({
      kind: 'rate',
      from: seconds(0),
      to: seconds(1_000),
      rate: { from: perSecond(1e5), to: perSecond(1e5) },
      arrivals: 'poisson',
    });
    const calls = workloadArrivals({ workload: [endless] }, new RandomStreams(1));
    expect(calls.next().value?.line).toBe(endless);
    expect(calls.next().done).toBe(false);
  });
});
