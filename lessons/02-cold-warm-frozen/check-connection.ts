import { failed, passed, waiting, type Check, type StepChecks } from '$lib/lesson/check';
import { member, quote } from '$lib/lesson/json';
import type { LessonRun } from '$lib/lesson/run';
import { count, outcomeOf } from '$lib/lesson/words';

const CALLS = 10;

/** Connections opened, as the database has logged them. */
const opened = ({ lines }: LessonRun) =>
  lines.filter(({ kind, text }) => kind === 'application' && text.startsWith('connection opened'));

const answersPrices: Check = {
  id: 'answers-prices',
  text: 'Every event is answered with the price of tea, 4',
  judge: ({ invocations }) => {
    const last = invocations.at(-1);
    if (!last) return waiting('Send ten events, one after the other.');
    if (last.error?.errorMessage.includes('not a function') === true)
      return failed(
        `An invocation ${outcomeOf(last)}. connect() gives a promise; what you use is still a promise, and has to be awaited.`,
      );
    if (last.error) return failed(`An invocation ${outcomeOf(last)}.`);
    if (member(last.result, 'price') !== 4)
      return failed(`An invocation ${outcomeOf(last)}; the price of tea is 4.`);
    return passed(`The last answer was ${quote(last.result)}.`);
  },
};

const oneConnection: Check = {
  id: 'one-connection',
  text: 'Ten invocations have used one connection',
  judge: (run) => {
    const { invocations } = run;
    if (invocations.length < CALLS)
      return waiting(`Send ten events, one after the other. So far there are ${invocations.length}.`);
    const connections = opened(run).length;
    const environments = new Set(invocations.map(({ environment }) => environment)).size;
    if (connections > environments)
      return failed(
        `${connections} connections were opened for ${invocations.length} invocations. Code inside the handler runs for each event.`,
      );
    if (connections === 0) return failed('No connection was opened at all.');
    const used = new Set(invocations.map(({ result }) => quote(member(result, 'connection'))));
    if (used.size > environments || used.has('nothing'))
      return failed('Let each answer name its connection by `connection`, as at the beginning.');
    return passed(
      `${invocations.length} invocations, ${count(connections, 'connection')}: opened during init, and used again each time.`,
    );
  },
};

export const connection: StepChecks = {
  checks: [answersPrices, oneConnection],
  outcome: (run) => {
    if (run.invocations.length < CALLS) return undefined;
    const last = run.invocations[CALLS - 1];
    const sofar = opened(run).filter(({ at }) => last !== undefined && at <= last.endedAt);
    return new Map([
      [1, 'one'],
      [2, 'two'],
      [CALLS, 'ten'],
    ]).get(sofar.length);
  },
};
