import type { RandomStream } from '$lib/kernel/random';
import { microseconds, type Microseconds } from '$lib/kernel/units';
import { exponential } from './exponential';
import type { Rate, Timing } from './scenario';

type RateTiming = Extract<Timing, { kind: 'rate' }>;

/**
 * The times of one workload line, rising, one for each call. Lazy: memory does not grow with the number of calls.
 *
 * @param stream where a Poisson line draws its chance from; other lines leave it alone
 */
export function* arrivals(timing: Timing, stream: RandomStream): Generator<Microseconds, void, undefined> {
  switch (timing.kind) {
    case 'once':
      for (let n = 0; n < timing.count; n++) yield timing.at;
      return;
    case 'every':
      for (let at: number = timing.from; at < timing.to; at += timing.every)
        for (let n = 0; n < timing.count; n++) yield microseconds(at);
      return;
    case 'rate':
      yield* atRate(timing, stream);
  }
}

/**
 * A call comes whenever the area under the rate's line has grown by one (even) or by a draw of the exponential
 * distribution of mean one (Poisson: the time change of a Poisson process of rate one).
 */
function* atRate(timing: RateTiming, stream: RandomStream): Generator<Microseconds, void, undefined> {
  const duration = timing.to - timing.from;
  const area = areaUnder(timing.rate.from, timing.rate.to, duration);
  const total = area(duration);
  const poisson = timing.arrivals === 'poisson';
  let elapsed = 0;
  for (let due = poisson ? exponential(stream) : 0; due < total; due += poisson ? exponential(stream) : 1) {
    elapsed = firstReaching(area, due, elapsed, duration);
    if (elapsed >= duration) return;
    yield microseconds(timing.from + elapsed);
  }
}

/** How many calls are due after `elapsed` microseconds of a rate that changes in a straight line over `duration`. */
function areaUnder(from: Rate, to: Rate, duration: number): (elapsed: number) => number {
  const start = from.calls / from.per;
  const slope = (to.calls / to.per - start) / duration;
  return (elapsed) => elapsed * (start + (slope * elapsed) / 2);
}

/**
 * The first whole microsecond from `low` to `high` at which `area` reaches `due`. Halving instead of a square root:
 * sums and products are the same in every engine. Starts with small steps, since the next call is usually near.
 */
function firstReaching(area: (elapsed: number) => number, due: number, low: number, high: number): number {
  let step = 1;
  let reached = low;
  while (reached < high && area(reached) < due) {
    low = reached + 1;
    reached = Math.min(high, reached + step);
    step *= 2;
  }
  high = reached;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (area(middle) < due) low = middle + 1;
    else high = middle;
  }
  return low;
}
