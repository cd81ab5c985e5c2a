import TinyQueue from 'tinyqueue';
import type { RandomStreams } from '$lib/kernel/random';
import type { Microseconds } from '$lib/kernel/units';
import { arrivals } from './arrivals';
import type { Scenario, WorkloadLine } from './scenario';

/** One call of the workload. */
export interface Arrival {
  readonly at: Microseconds;
  readonly line: WorkloadLine;
}

interface Source extends Arrival {
  /** Position in the file: calls of one instant come in the order of their lines. */
  readonly index: number;
  readonly rest: Iterator<Microseconds, void>;
}

/**
 * Every call of the workload in the order of time, made one by one as the caller asks: memory grows with the number
 * of lines, not of calls. The same scenario and streams give the same calls.
 */
export function* workloadArrivals(
  scenario: Pick<Scenario, 'workload'>,
  streams: RandomStreams,
): Generator<Arrival, void, undefined> {
  const queue = new TinyQueue<Source>([], (a, b) => a.at - b.at || a.index - b.index);
  const names = streamNames(scenario.workload);
  for (const [index, line] of scenario.workload.entries()) {
    const rest = arrivals(line.timing, streams.stream(names[index] ?? `workload ${index}`));
    advance(queue, line, index, rest);
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    yield { at: next.at, line: next.line };
    advance(queue, next.line, next.index, next.rest);
  }
}

function advance(
  queue: TinyQueue<Source>,
  line: WorkloadLine,
  index: number,
  rest: Iterator<Microseconds, void>,
): void {
  const step = rest.next();
  if (!step.done) queue.push({ at: step.value, line, index, rest });
}

/** One stream a line, named by what it calls: a line added elsewhere does not reshuffle this one. */
function streamNames(lines: readonly WorkloadLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const name = `workload ${line.call} ${JSON.stringify(line.written['FunctionName'] ?? null)}`;
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return `${name} ${ordinal}`;
  });
}
