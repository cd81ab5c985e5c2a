import { recordKind } from '$lib/kernel/trace/record-kind';
import { formatDuration } from '$lib/kernel/format';

/** How a phase of an environment ended. */
export type PhaseStatus = 'success' | 'error' | 'timeout';

/** The initialisation before the first event, or the one repeated inside an invocation. */
export type InitPhase = 'init' | 'invoke';

/** Why an environment ended. */
export type ShutdownReason = 'idle' | 'age' | 'code-update' | 'configuration-update';

export const environmentRecord = recordKind(
  'lambda.environment',
  {
    environment: 'integer',
    functionName: 'text',
    version: 'text',
    runtime: 'text',
    logGroup: 'text',
    logStream: 'text',
    memorySizeMB: 'integer',
    tmpLimitMB: 'integer',
  },
  ({ values: { environment, functionName, memorySizeMB } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: `Lambda made a new execution environment for ${functionName} with ${memorySizeMB} MB.`,
    why: 'No environment of this function was free, and an environment serves one event at a time. Fetching the code and starting the microVM come before the init phase and are not billed.',
    change: 'Call again while this environment is still warm, or send fewer events at the same time.',
  }),
);

export const initStartRecord = recordKind(
  'lambda.init-start',
  { environment: 'integer', functionName: 'text', phase: 'text' },
  ({ values: { environment, functionName, phase } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what:
      phase === 'init'
        ? 'The init phase began: the runtime starts, then the code outside the handler runs.'
        : 'The runtime was started again inside the invocation (a suppressed init).',
    why:
      phase === 'init'
        ? 'A new environment is initialised once, before its first event.'
        : 'The process of this environment is gone, or its first init failed: init is done again, now under the function’s timeout.',
  }),
);

export const initEndRecord = recordKind(
  'lambda.init-end',
  {
    environment: 'integer',
    functionName: 'text',
    phase: 'text',
    duration: 'time',
    status: 'text',
    errorType: 'text?',
  },
  ({ values: { environment, functionName, phase, duration, status, errorType } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what:
      status === 'success'
        ? `Init took ${formatDuration(duration)}; the environment is ready.`
        : `Init ended after ${formatDuration(duration)} with ${status}${errorType === undefined ? '' : ` (${errorType})`}.`,
    why:
      status === 'success'
        ? 'Starting the runtime takes most of it; the code outside the handler adds its own time.'
        : phase === 'init'
          ? 'Lambda does not fail the call for this: it starts the runtime again inside the invocation.'
          : 'Init was repeated inside the invocation and did not succeed, so the invocation fails.',
    change: 'Do less outside the handler, or import less.',
  }),
);

export const frozenRecord = recordKind(
  'lambda.frozen',
  { environment: 'integer', functionName: 'text', tmpUsed: 'integer', keptFor: 'time' },
  ({ values: { environment, functionName, keptFor } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: 'The environment was frozen. Nothing in it runs until the next event.',
    why: `Its memory, timers and /tmp stay as they are. If no event comes for ${formatDuration(keptFor)}, Lambda takes it away.`,
    change: 'The next event thaws it: no cold start.',
  }),
);

export const tmpRecord = recordKind(
  'lambda.tmp',
  { environment: 'integer', functionName: 'text', files: 'text' },
  ({ values: { environment, functionName } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: 'The files in /tmp changed during this invocation.',
    why: '/tmp belongs to the environment and lasts as long as it does.',
  }),
);

export const resetRecord = recordKind(
  'lambda.reset',
  { environment: 'integer', functionName: 'text', errorType: 'text' },
  ({ values: { environment, functionName, errorType } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: `The runtime process ended (${errorType}); the environment is reset.`,
    why: 'Variables, connections and timers are lost with the process. /tmp, the environment and its log stream stay; the next event starts the runtime again inside the invocation.',
    change: 'Handle the failure inside the handler, so that the process goes on.',
  }),
);

const SHUTDOWN_REASONS: Readonly<Record<ShutdownReason, string>> = {
  idle: 'No event came for long enough.',
  age: 'Lambda replaces environments every few hours, even busy ones.',
  'code-update': 'New code was deployed: new events go to new environments.',
  'configuration-update': 'The configuration changed: new events go to new environments.',
};

export const shutdownRecord = recordKind(
  'lambda.shutdown',
  { environment: 'integer', functionName: 'text', reason: 'text', invocations: 'integer' },
  ({ values: { environment, functionName, reason, invocations } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: `The environment was shut down after ${invocations} invocation${invocations === 1 ? '' : 's'}. Its memory and /tmp are gone.`,
    why: isShutdownReason(reason) ? SHUTDOWN_REASONS[reason] : reason,
    change: 'An event that comes now starts a new environment: a cold start.',
  }),
);

function isShutdownReason(reason: string): reason is ShutdownReason {
  return Object.hasOwn(SHUTDOWN_REASONS, reason);
}
