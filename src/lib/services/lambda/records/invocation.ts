import { formatDuration } from '$lib/kernel/format';
import { recordKind } from '$lib/kernel/trace/record-kind';

export const startRecord = recordKind(
  'lambda.start',
  {
    environment: 'integer',
    functionName: 'text',
    version: 'text',
    requestId: 'id',
    cold: 'flag',
  },
  ({ values: { environment, functionName, cold } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: cold
      ? 'The first event was delivered to the new environment: a cold start.'
      : 'The event was delivered to an environment that was already there: a warm start.',
    why: cold
      ? 'No environment was free when the event came.'
      : 'This environment was free. Among free ones Lambda was observed to take the one used last.',
    change: cold
      ? 'Call again soon: this environment stays for a while.'
      : 'Wait until it is reclaimed, or call while it is busy, and the start is cold.',
  }),
);

export const logRecord = recordKind(
  'lambda.log',
  {
    environment: 'integer',
    functionName: 'text',
    requestId: 'text?',
    level: 'text',
    message: 'blob',
  },
  ({ values: { environment, functionName, level, requestId } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: `The code logged a line at level ${level}.`,
    why:
      requestId === undefined
        ? 'It was written during init, so it belongs to no request.'
        : `It was written while request ${requestId} was being served; the runtime puts the request’s id before it.`,
  }),
);

export const stdoutRecord = recordKind(
  'lambda.stdout',
  { environment: 'integer', functionName: 'text', text: 'text' },
  ({ values: { environment, functionName } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: 'The code wrote to its standard output.',
    why: 'Raw output gets no timestamp, request id or level.',
  }),
);

/** The end of an invocation: what END and REPORT say, and what the caller gets. */
export const reportRecord = recordKind(
  'lambda.report',
  {
    environment: 'integer',
    functionName: 'text',
    requestId: 'id',
    duration: 'time',
    billedMs: 'integer',
    initDuration: 'time?',
    memorySizeMB: 'integer',
    maxMemoryUsedMB: 'integer',
    /** `success`, `error` or `timeout`; `success` also when the handler itself reported an error. */
    status: 'text',
    errorType: 'text?',
  },
  ({ values: { environment, functionName, duration, billedMs, initDuration, status, errorType } }) => ({
    who: `environment ${environment} of ${functionName}`,
    what: `The invocation ${ENDINGS[status] ?? status}${errorType === undefined ? '' : ` (${errorType})`} after ${formatDuration(duration)}; billed: ${billedMs} ms.`,
    why:
      initDuration === undefined
        ? 'Duration is rounded up to the next millisecond for the bill.'
        : `Duration and init (${formatDuration(initDuration)}) are added and rounded up to the next millisecond for the bill.`,
    change:
      status === 'timeout'
        ? 'Give the function more time, or let it wait less.'
        : 'More memory buys more CPU; less work is cheaper still.',
  }),
);

const ENDINGS: Readonly<Record<string, string>> = {
  success: 'ended',
  error: 'failed',
  timeout: 'ran into its timeout',
};

/** The function's answer, as the Runtime API got it or as Lambda made it up for a dead process. */
export const resultRecord = recordKind(
  'lambda.result',
  {
    environment: 'integer',
    functionName: 'text',
    requestId: 'id',
    /** `Unhandled` for every function error of today's runtimes. */
    functionError: 'text?',
    payload: 'blob',
    /** `index.mjs:3:12`: where in the learner's code it went wrong. */
    position: 'text?',
  },
  ({ values: { environment, functionName, functionError } }) =>
    functionError === undefined
      ? {
          who: `environment ${environment} of ${functionName}`,
          what: 'The handler’s result was sent back to the caller.',
          why: 'The runtime turns the result into JSON and posts it to the Runtime API.',
        }
      : {
          who: `environment ${environment} of ${functionName}`,
          what: 'The function failed, and the error was sent back to the caller.',
          why: 'The call itself worked: Invoke answers HTTP 200 and names the failure in X-Amz-Function-Error.',
          change: 'Catch the error in the handler, or mend what caused it.',
        },
);

export const throttleRecord = recordKind(
  'lambda.throttle',
  { functionName: 'text', reason: 'text', limit: 'integer', inUse: 'integer' },
  ({ values: { functionName, reason, limit, inUse } }) => ({
    who: functionName,
    what: `The call was throttled: ${inUse} of ${limit} concurrent executions were in use.`,
    why: `Reason given to the caller: ${reason}.`,
    change: 'Send less at once, make the function faster, or have the account’s limit raised.',
  }),
);

export const updateRecord = recordKind(
  'lambda.update',
  { functionName: 'text', what: 'text' },
  ({ values: { functionName, what } }) => ({
    who: functionName,
    what: `${what === 'code' ? 'New code was deployed' : 'The configuration was changed'}.`,
    why: 'Environments of the old version get no more events: those at rest are shut down now, busy ones when they are done.',
  }),
);

export const functionRecord = recordKind(
  'lambda.function',
  {
    functionName: 'text',
    runtime: 'text',
    handler: 'text',
    memorySizeMB: 'integer',
    timeoutS: 'integer',
    architecture: 'text',
  },
  ({ values: { functionName, runtime, memorySizeMB, timeoutS } }) => ({
    who: functionName,
    what: `The function was created: ${runtime}, ${memorySizeMB} MB, timeout ${timeoutS} s.`,
    why: 'The template describes it.',
  }),
);
