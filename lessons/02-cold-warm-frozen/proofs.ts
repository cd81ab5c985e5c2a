import type { LessonProofs } from '$lib/lesson/check';
import { member } from '$lib/lesson/json';
import type { LessonRun } from '$lib/lesson/run';

/** How many times one function's code wrote a line that begins so. */
function linesOf(run: LessonRun, functionName: string, start: string): number {
  return run.invocations
    .filter((invocation) => invocation.functionName.includes(functionName))
    .map(({ environment }) => environment)
    .filter((environment, index, all) => all.indexOf(environment) === index)
    .flatMap((environment) => run.lines.filter((line) => line.environment === environment))
    .filter(({ text }) => text.startsWith(start)).length;
}

const opensFewer = (functionName: string) => (run: LessonRun) =>
  linesOf(run, functionName, 'connection opened') < linesOf(run, 'Shop', 'connection opened');

/** What the second invocation says it found. */
const found = (run: LessonRun, key: string) => member(run.invocations[1]?.result, key);

const colds = (count: number) => (run: LessonRun) =>
  run.invocations.filter(({ cold }) => cold).length === count;

/** The mail of the first request, and the two requests. */
function mail({ lines, invocations }: LessonRun) {
  const [first, second] = invocations;
  const line = lines.find(({ text }) => text === 'mail sent to ada@example.com');
  if (!first || !second || !line) throw new Error('the run has no two requests and a mail');
  return { first, second, line };
}

export const proofs: LessonProofs = {
  'too-many-connections': {
    claims: {
      outside: opensFewer('Outside'),
      close: opensFewer('Close'),
      memory: opensFewer('Memory'),
      timeout: opensFewer('Timeout'),
    },
  },
  'what-is-kept': {
    claims: {
      'module-variable': (run) => found(run, 'outside') === 1,
      'tmp-file': (run) => found(run, 'tmpFile') === true,
      'pending-timer': ({ lines, invocations: [, second] }) =>
        lines.some(({ text, during }) => text.startsWith('timer of call') && during === second?.requestId),
      'local-variable': (run) => found(run, 'inside') === 1,
      'task-file': (run) => found(run, 'taskFile') === true,
      'request-id': (run) => found(run, 'sameRequestId') === true,
    },
  },
  'life-of-an-environment': {
    order: ({ lines, invocations: [first, second, third], environments }) => {
      const inits = lines.filter(({ text }) => text === 'outside the handler');
      const thawed = lines.find(({ kind, during }) => kind === 'START' && during === second?.requestId);
      const moments: [string, number | undefined][] = [
        ['first-init', inits[0]?.at],
        ['first-answer', first?.endedAt],
        ['thawed', second?.environment === first?.environment ? thawed?.at : undefined],
        ['shut-down', environments.find(({ environment }) => environment === first?.environment)?.endedAt],
        ['second-init', inits[1]?.at],
        ['third-answer', third?.endedAt],
      ];
      return moments
        .flatMap(([id, at]) => (at === undefined ? [] : [{ id, at }]))
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id);
    },
  },
  'line-of-another-request': {
    claims: {
      'frozen-and-thawed': (run) => {
        const { first, second, line } = mail(run);
        return line.at > first.endedAt && line.during === second.requestId;
      },
      'at-the-same-time': (run) => {
        const { first, second } = mail(run);
        return first.environment === second.environment && second.at < first.endedAt;
      },
      retried: (run) => {
        const { first } = mail(run);
        const starts = run.lines.filter(
          ({ kind, message }) => kind === 'START' && message.includes(first.requestId),
        );
        return starts.length > 1;
      },
      'delivered-late': (run) => {
        const { first, line } = mail(run);
        return line.at <= first.endedAt;
      },
    },
  },
  'count-the-inits': {
    claims: { one: colds(1), five: colds(5), ten: colds(10), fifteen: colds(15) },
  },
};
