import { failed, passed, waiting, type Check, type StepChecks } from '$lib/lesson/check';
import { minutes } from '$lib/kernel/units';
import { quote } from '$lib/lesson/json';
import type { Invocation, LessonRun } from '$lib/lesson/run';
import { count } from '$lib/lesson/words';

const MANY = 20;
/** Shorter than this nobody means as "a long wait". */
const LONG = minutes(1);

const environmentsOf = (invocations: readonly Invocation[]) =>
  new Set(invocations.map(({ environment }) => environment));

/** Invocations in groups that were sent at the same moment. */
function moments({ invocations }: LessonRun): readonly (readonly Invocation[])[] {
  const groups = new Map<number, Invocation[]>();
  for (const invocation of invocations) {
    const together = groups.get(invocation.at);
    if (together) together.push(invocation);
    else groups.set(invocation.at, [invocation]);
  }
  return [...groups.values()];
}

/** The first group of at least twenty. */
const burstOf = (run: LessonRun) => moments(run).find(({ length }) => length >= MANY);

const twentyAtOnce: Check = {
  id: 'twenty-at-once',
  text: 'Twenty invocations at the same moment ran in twenty environments',
  judge: (run) => {
    const burst = burstOf(run);
    if (!burst) {
      if (run.invocations.length < MANY) return waiting('Send twenty events at the same moment.');
      const most = Math.max(...moments(run).map(({ length }) => length));
      return failed(
        `${count(run.invocations.length, 'event')} came, but one after the other: at most ${most} at the same moment. Send twenty at once.`,
      );
    }
    const warm = burst.filter(({ cold }) => !cold).length;
    return passed(
      `${burst.length} events, ${environmentsOf(burst).size} environments: ${burst.length - warm} cold starts and ${warm} warm.`,
    );
  },
};

const goneAfterIdling: Check = {
  id: 'gone-after-idling',
  text: 'After a long wait the next invocation is a cold start again',
  judge: (run) => {
    const burst = burstOf(run);
    const answeredAt = Math.max(...(burst ?? []).map(({ endedAt }) => endedAt));
    const later = run.invocations.filter(({ at }) => at >= answeredAt + LONG);
    const last = later.at(-1);
    if (!burst || !last) return waiting('After the twenty, let ten minutes pass and send one more.');
    const waited = Math.round((last.at - answeredAt) / minutes(1));
    if (!last.cold)
      return failed(
        `After ${waited} minutes the answer was ${quote(last.result)}: an environment was still there. Let more time pass.`,
      );
    return passed(
      `After ${waited} minutes the answer was ${quote(last.result)}, from a new environment. The old ones are gone, and their counters with them.`,
    );
  },
};

export const twenty: StepChecks = {
  checks: [twentyAtOnce, goneAfterIdling],
  outcome: (run) => {
    const burst = burstOf(run);
    if (!burst) return undefined;
    const sofar = run.invocations.filter(({ at }) => at <= (burst[0]?.at ?? 0));
    const environments = environmentsOf(sofar).size;
    if (sofar.length === burst.length) return undefined;
    return new Map([
      [1, 'one'],
      [burst.length, 'twenty'],
      [burst.length + 1, 'twenty-one'],
    ]).get(environments);
  },
};
