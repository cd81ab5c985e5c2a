import { failed, passed, waiting, type Check, type StepChecks } from '$lib/lesson/check';
import { member } from '$lib/lesson/json';
import type { LogLine } from '$lib/lesson/log-lines';
import type { Invocation, LessonRun } from '$lib/lesson/run';
import { outcomeOf } from '$lib/lesson/words';

function orderOf({ event }: Invocation): string {
  const order = member(event, 'order');
  return typeof order === 'string' ? order : '';
}

/** The line by which the store says that an order is saved. */
function savedLine({ lines }: LessonRun, invocation: Invocation): LogLine | undefined {
  return lines.find(
    ({ kind, text, at }) =>
      kind === 'application' && text === `saved ${orderOf(invocation)}` && at >= invocation.at,
  );
}

const savedInTime: Check = {
  id: 'saved-in-time',
  text: 'Each order is saved during its own invocation',
  judge: (run) => {
    const { invocations } = run;
    if (invocations.length < 2) return waiting('Send order A, let a minute pass, and send order B.');
    for (const invocation of invocations) {
      if (invocation.error)
        return failed(`The invocation of order ${orderOf(invocation)} ${outcomeOf(invocation)}`);
      const line = savedLine(run, invocation);
      const order = orderOf(invocation);
      if (!line)
        return failed(
          `There is no line "saved ${order}": its invocation was answered before that, and the environment is frozen.`,
        );
      if (line.during === invocation.requestId) continue;
      const other = invocations.find(({ requestId }) => requestId === line.during);
      const late = Math.round((line.at - invocation.endedAt) / 1_000_000);
      return failed(
        `"saved ${order}" was written during the invocation of order ${other ? orderOf(other) : 'another'}, ${late} s after ${order} had been answered.`,
      );
    }
    return passed(`${invocations.length} orders, and each was saved before it was answered.`);
  },
};

export const callback: StepChecks = {
  checks: [savedInTime],
  outcome: (run) => {
    const [a, b] = run.invocations;
    if (!a || !b || a.error || b.error) return undefined;
    const line = savedLine(run, a);
    if (!line) return 'never';
    return line.during === a.requestId ? 'own' : 'next';
  },
};
