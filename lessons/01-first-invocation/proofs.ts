import type { LessonProofs } from '$lib/lesson/check';
import { member } from '$lib/lesson/json';
import type { LessonRun } from '$lib/lesson/run';

const lines = (run: LessonRun, kind: string) => run.lines.filter((line) => line.kind === kind);
const returned = ({ invocations }: LessonRun, what: string) =>
  invocations.find(({ event }) => member(event, 'returns') === what);

/** Every invocation is billed as the formula says, from Duration and Init Duration in milliseconds. */
function billedAs({ invocations }: LessonRun, formula: (duration: number, init: number) => number): boolean {
  return invocations.every(
    ({ billedMs, durationMs, initMs }) =>
      durationMs !== undefined && initMs !== undefined && billedMs === formula(durationMs, initMs),
  );
}

export const proofs: LessonProofs = {
  'function-error-status': {
    claims: {
      'ok-with-function-error': ({ invocations: [call] }) =>
        call?.status === 200 && call.functionError === 'Unhandled' && call.error?.errorMessage === 'no stock',
      'server-error': ({ invocations: [call] }) => call?.status === 500,
      'ok-with-null': ({ invocations: [call] }) => call?.status === 200 && call.result === null,
      'retried-first': (run) => lines(run, 'START').length === 3,
    },
  },
  'billed-cold-start': {
    claims: {
      'duration-and-init': (run) => billedAs(run, (duration, init) => Math.ceil(duration + init)),
      'duration-only': (run) => billedAs(run, (duration) => Math.ceil(duration)),
      nearest: (run) => billedAs(run, (duration, init) => Math.round(duration + init)),
      hundreds: (run) => billedAs(run, (duration, init) => Math.ceil((duration + init) / 100) * 100),
    },
  },
  'event-and-response': {
    claims: {
      'event-is-parsed': (run) => returned(run, 'type')?.result === 'object',
      'undefined-is-null': (run) => returned(run, 'nothing')?.result === null,
      'must-be-called-handler': ({ invocations }) =>
        invocations.every(({ error }) => error?.errorType === 'Runtime.HandlerNotFound'),
      'map-becomes-object': (run) => member(returned(run, 'map')?.result, 'id') === 7,
      'returned-error-fails': (run) => returned(run, 'error')?.error !== undefined,
    },
  },
  'order-of-log-lines': {
    order: (run) =>
      run.lines.map(({ kind, text }) =>
        kind === 'application' ? text : kind.toLowerCase().replaceAll('_', '-'),
      ),
  },
  'error-in-the-log': {
    claims: {
      'environment-lives-on': ({ invocations: [, failure, next] }) =>
        failure?.error?.errorType === 'TypeError' &&
        next?.error === undefined &&
        next?.environment === failure.environment,
      retried: ({ lines, invocations: [, failure] }) =>
        lines.filter(({ kind, message }) => kind === 'START' && message.includes(failure?.requestId ?? ''))
          .length > 1,
      restarted: ({ invocations: [, , next], environments }) =>
        environments.length > 1 || (next?.durationMs ?? 0) > 100,
      'not-billed': ({ invocations: [, failure] }) => failure?.billedMs === undefined,
    },
  },
};
