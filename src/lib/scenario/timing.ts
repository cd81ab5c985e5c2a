import type * as v from 'valibot';
import { between, ZERO_TIME } from '$lib/kernel/units';
import { callsASecond } from './rate';
import type { Timing } from './scenario';
import type { Line } from './schema';

type LineMembers = v.InferOutput<typeof Line>;

/** Members that do not go together: the one to look at (or the whole line) and why. */
export interface TimingFault {
  readonly member: keyof LineMembers | undefined;
  readonly message: string;
}

/** Beyond this, a file asks for a run that nobody would wait for. */
const CALLS_MAX = 100_000_000;

/** When the calls of a line are made. */
export function readTiming(line: LineMembers): Timing | TimingFault {
  if (line.at !== undefined) return readOnce(line.at, line);
  const { from = ZERO_TIME, to, every, rate } = line;
  if (rate === undefined && every === undefined)
    return fault(undefined, 'When? Give at, or from and to with rate or every.');
  if (rate !== undefined && every !== undefined)
    return fault('every', 'Give either rate or every, not both.');
  if (to === undefined) return fault(undefined, 'to is missing: until when the calls are made.');
  if (to <= from) return fault('to', 'It must be later than from.');
  const timing = rate ? readRate(line, from, to, rate) : readEvery(line, from, to, every ?? ZERO_TIME);
  if ('message' in timing || expectedCalls(timing) <= CALLS_MAX) return timing;
  return fault(rate ? 'rate' : 'every', `This makes more than ${CALLS_MAX.toLocaleString('en')} calls.`);
}

type Time = NonNullable<LineMembers['at']>;

function readOnce(at: Time, line: LineMembers): Timing | TimingFault {
  const other = (['from', 'to', 'every', 'rate', 'arrivals'] as const).find((key) => line[key] !== undefined);
  if (other) return fault(other, `${other} does not go with at: at is one instant.`);
  return { kind: 'once', at, count: line.count ?? 1 };
}

function readEvery(line: LineMembers, from: Time, to: Time, every: Time): Timing | TimingFault {
  if (line.arrivals !== undefined) return fault('arrivals', 'arrivals goes with rate only.');
  if (every === 0) return fault('every', 'It must be longer than nothing.');
  return { kind: 'every', from, to, every, count: line.count ?? 1 };
}

function readRate(
  line: LineMembers,
  from: Time,
  to: Time,
  rate: NonNullable<LineMembers['rate']>,
): Timing | TimingFault {
  if (line.count !== undefined) return fault('count', 'count goes with at or every; a rate says how many.');
  if (rate.from.calls === 0 && rate.to.calls === 0) return fault('rate', 'A rate of nothing makes no calls.');
  return { kind: 'rate', from, to, rate, arrivals: line.arrivals ?? 'even' };
}

/** How many calls a line makes (on average, when they come by chance). */
function expectedCalls(timing: Timing): number {
  if (timing.kind === 'once') return timing.count;
  const duration = between(timing.from, timing.to);
  if (timing.kind === 'every') return Math.ceil(duration / timing.every) * timing.count;
  const mean = (callsASecond(timing.rate.from) + callsASecond(timing.rate.to)) / 2;
  return (mean * duration) / 1_000_000;
}

function fault(member: TimingFault['member'], message: string): TimingFault {
  return { member, message };
}
