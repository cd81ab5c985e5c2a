import { Engine } from './engine';
import { EVENT } from './handler';

const CALLS = 1_000_000;
const EARLY = 100_000;
const ENVIRONMENTS = 100;
/** Calls over which the time of one is measured. */
const WINDOW = 50_000;

/** A million invocations in one run. Alone in its process, so that the peak of memory is its own. */
export async function million(): Promise<Record<string, number>> {
  const engine = await Engine.create(ENVIRONMENTS, JSON.stringify(EVENT));
  const startedAt = performance.now();
  engine.run(EARLY - WINDOW);
  const early = timed(engine);
  engine.run(CALLS - EARLY - WINDOW);
  const late = timed(engine);
  const endedAt = performance.now();
  engine.verify();
  return {
    'million.peakMB': process.resourceUsage().maxRSS / 1_024,
    // The time of an invocation at the end of the million over that at the end of the first 100,000.
    'million.linearity': late / early,
    'million.seconds': (endedAt - startedAt) / 1_000,
  };
}

/** Processor time: minutes lie between the two windows, and the machine may have been busy in one of them. */
function timed(engine: Engine): number {
  const before = process.cpuUsage();
  engine.run(WINDOW);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
