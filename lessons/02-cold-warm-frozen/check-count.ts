import { failed, passed, waiting, type Check, type StepChecks } from '$lib/lesson/check';
import { member, quote } from '$lib/lesson/json';
import { outcomeOf } from '$lib/lesson/words';

const SEND_THREE = 'Send three events, one after the other.';

const keepsCounting: Check = {
  id: 'keeps-counting',
  text: 'Within an environment “calls” goes up by one with each invocation',
  judge: ({ invocations }) => {
    if (invocations.length < 3) return waiting(SEND_THREE);
    const counted = new Map<number | undefined, number>();
    for (const invocation of invocations) {
      if (invocation.error) return failed(`An invocation ${outcomeOf(invocation)}.`);
      const expected = (counted.get(invocation.environment) ?? 0) + 1;
      counted.set(invocation.environment, expected);
      const calls = member(invocation.result, 'calls');
      if (calls !== expected)
        return failed(
          `Invocation ${expected} of an environment answered calls: ${quote(calls)}. A variable inside the handler begins at 0 again with each event; outside it is kept.`,
        );
    }
    return passed(
      `It counted up to ${Math.max(...counted.values())}: the variable outlived the invocations.`,
    );
  },
};

const tellsColdStarts: Check = {
  id: 'tells-cold-starts',
  text: '“cold” is true for the first invocation of an environment, and false for all others',
  judge: ({ invocations }) => {
    if (invocations.length < 3) return waiting(SEND_THREE);
    for (const invocation of invocations) {
      if (invocation.error) return failed(`An invocation ${outcomeOf(invocation)}.`);
      const told = member(invocation.result, 'cold');
      if (told === invocation.cold) continue;
      if (typeof told !== 'boolean')
        return failed(
          `An invocation answered ${quote(invocation.result)}: cold has to be there, true or false.`,
        );
      return failed(
        `An invocation answered cold: ${String(told)}, but it was a ${invocation.cold ? 'cold' : 'warm'} start.`,
      );
    }
    return passed('Each answer tells what Lambda really did.');
  },
};

export const count: StepChecks = {
  checks: [keepsCounting, tellsColdStarts],
  outcome: ({ invocations: [, , third] }) => {
    if (!third) return undefined;
    if (third.error) return 'error';
    return new Map([
      ['1', 'one'],
      ['3', 'three'],
    ]).get(quote(member(third.result, 'calls')));
  },
};
