import { Bare } from './bare';
import { Engine } from './engine';
import { EVENT } from './handler';
import { median } from './median';

const LEVELS = [1, 100, 1_000];
/** Many short rounds: what slows the machine for a moment slows both sides of a round. */
const ROUNDS = 31;
const CALLS_A_ROUND = 2_000;
const WARM_UP_CALLS = 10_000;

/**
 * The time of an invocation by the whole engine over that of the same call on bare QuickJS. Times
 * are microseconds, medians of the rounds. Both are warmed up (their
 * environments made and called), then take turns, so that a machine that slows down slows both.
 */
export async function engineOverBare(): Promise<Record<string, number>> {
  const event = JSON.stringify(EVENT);
  const numbers: Record<string, number> = {};
  for (const environments of LEVELS) {
    const bare = await Bare.create(environments);
    const engine = await Engine.create(environments, event);
    bare.run(engine.run(WARM_UP_CALLS), event);
    const calls = engine.run(CALLS_A_ROUND);
    const rounds = Array.from({ length: ROUNDS }, () => {
      const engineUs = timed(calls, () => engine.run(calls));
      const bareUs = timed(calls, () => bare.run(calls, event));
      return { engineUs, bareUs, ratio: engineUs / bareUs };
    });
    engine.verify();
    engine.dispose();
    bare.dispose();
    numbers[`engine-over-bare.${environments}`] = median(rounds.map(({ ratio }) => ratio));
    numbers[`engineUs.${environments}`] = median(rounds.map(({ engineUs }) => engineUs));
    numbers[`bareUs.${environments}`] = median(rounds.map(({ bareUs }) => bareUs));
  }
  return numbers;
}

function timed(calls: number, run: () => void): number {
  const startedAt = performance.now();
  run();
  return ((performance.now() - startedAt) * 1_000) / calls;
}
