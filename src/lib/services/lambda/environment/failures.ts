import { formatPosition } from '$lib/kernel/position';
import { utf8Length } from '$lib/kernel/utf8';
import { cite, type RuleId } from '$lib/rules';
import type { Effect, ErrorPayload, ExitReason } from '$lib/sandbox/isolate';
import type { Failure } from './invocation';

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

const FUNCTION_ERROR = cite('lambda.function-error', 'lambda.error-payload');
const TIMEOUT = cite('lambda.timeout', 'lambda.function-error', 'lambda.log-failure-status');
const TOO_LARGE = cite('lambda.response-payload-limit', 'lambda.function-error');
const EXIT: Readonly<Record<ExitReason, readonly RuleId[]>> = {
  exit: cite('lambda.process-exit', 'lambda.reset-after-failure', 'lambda.log-failure-status'),
  'out-of-memory': cite('lambda.out-of-memory', 'lambda.reset-after-failure', 'sandbox.memory-meter'),
  'uncaught-exception': cite('lambda.uncaught-exception', 'lambda.reset-after-failure'),
  'unhandled-rejection': cite('lambda.unhandled-rejection', 'lambda.reset-after-failure'),
  crash: cite('sandbox.memory-meter', 'lambda.reset-after-failure'),
};

/** Errors of the runtime that have a rule of their own. */
const BY_ERROR_TYPE: Readonly<Record<string, readonly RuleId[]>> = {
  'Runtime.ImportModuleError': cite('lambda.import-module-error', 'lambda.init-error'),
  'Runtime.UserCodeSyntaxError': cite('lambda.user-code-syntax-error', 'lambda.init-error'),
  'Runtime.HandlerNotFound': cite('lambda.handler-not-found', 'lambda.init-error'),
  'Runtime.MalformedHandlerName': cite('lambda.handler-string', 'lambda.init-error'),
  'Runtime.CallbackHandlerDeprecated': cite('lambda.callbacks-removed', 'lambda.init-error'),
  'Runtime.NodeJsExit': cite('lambda.unsettled-promise', 'lambda.function-error'),
  'Runtime.JSONStringifyError': cite('lambda.result-not-serialisable', 'lambda.function-error'),
};
const INIT_ERROR = cite('lambda.init-error', 'lambda.log-init-report');

/** The handler failed, and the runtime said so. */
export function reportedFailure({ error, position }: EffectOf<'error'>): Failure {
  return failure(error, position, BY_ERROR_TYPE[error.errorType] ?? FUNCTION_ERROR);
}

/** The module could not be loaded, or its top-level code failed. */
export function initFailure({ error, position }: EffectOf<'init-error'>): Failure {
  return failure(error, position, BY_ERROR_TYPE[error.errorType] ?? INIT_ERROR);
}

/** The process ended before it answered: Lambda words the error. */
export function endedProcessFailure(
  { reason, code, signal, error, position }: EffectOf<'exit'>,
  requestId: string,
  during: 'init' | 'invoke' | 'invocation',
): Failure {
  if (error) return failure(error, position, EXIT[reason]);
  const errorType = reason === 'out-of-memory' ? 'Runtime.OutOfMemory' : 'Runtime.ExitError';
  const cause =
    signal !== undefined
      ? `Runtime exited with error: signal: ${signal}`
      : code === 0 || during !== 'invocation'
        ? 'Runtime exited without providing a reason'
        : `Runtime exited with error: exit status ${code}`;
  return failure(
    { errorType, errorMessage: `RequestId: ${requestId} Error: ${cause}` },
    position,
    EXIT[reason],
  );
}

/** The deadline came first. `elapsed` in microseconds. */
export function timeoutFailure(requestId: string, elapsed: number): Failure {
  const seconds = (elapsed / 1_000_000).toFixed(2);
  return failure(
    {
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
    },
    undefined,
    TIMEOUT,
  );
}

/** A result over the limit becomes a function error; the environment stays healthy. */
export function limitedResult(body: string, limitBytes: number): Failure | undefined {
  // A character takes at most three bytes of UTF-8 for each UTF-16 unit: most bodies need no counting.
  if (body.length * 3 <= limitBytes || utf8Length(body) <= limitBytes) return undefined;
  return failure(
    {
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: `Response payload size exceeded maximum allowed payload size (${limitBytes} bytes).`,
    },
    undefined,
    TOO_LARGE,
  );
}

function failure(
  error: ErrorPayload,
  position: EffectOf<'error'>['position'],
  rules: readonly string[],
): Failure {
  const { errorType, errorMessage, trace } = error;
  return {
    errorType,
    payload: JSON.stringify({ errorType, errorMessage, ...(trace && { trace }) }),
    position: position && formatPosition(position),
    rules,
  };
}
