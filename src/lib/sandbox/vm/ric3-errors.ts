import type { FoundHandler, MissingHandler } from './bridge';
import { Op } from './bridge';
import type { Handler } from './entry';
import type { Kit } from './kit';
import type { AnyError } from './reports';
import { logError, report, runtimeError } from './reports';

const NODE_JS_EXIT =
  'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';

const CALLBACK_WARNING =
  'AWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24. You will need to update this function to use an async handler to use Node.js 24 or later. For more information and to provide feedback on this change, see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/137. To disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable.';

/** How Node.js 20 and 22 report what goes wrong. */
export function ric3Errors(kit: Kit, major: number) {
  const { host } = kit;
  /** An exception outside of a handler's promise ends the process with 129. */
  const uncaught = (error: unknown, invoking: boolean, origin?: string): void => {
    logError(kit, 'Uncaught Exception', error, major);
    report(kit, invoking ? 'uncaught' : 'initError', error, major, origin);
    host(Op.exit, 129);
  };
  const runtime = (name: string, message: string): Error => runtimeError(name, message, major);

  return {
    uncaught,
    unhandled(reason: unknown, promise: unknown, invoking: boolean): void {
      // First the stack: an error that QuickJS threw gets V8's message with it.
      const stack = reason instanceof Error ? kit.stackOf(reason) : '';
      const error = Object.assign(runtime('UnhandledPromiseRejection', String(reason)), { reason, promise });
      logError(kit, 'Unhandled Promise Rejection', error, major);
      report(kit, invoking ? 'unhandled' : 'initError', error, major, stack);
      host(Op.exit, 128);
    },
    initError(resolved: MissingHandler): void {
      const name = resolved.kind === 'malformed' ? 'MalformedHandlerName' : 'ImportModuleError';
      uncaught(runtime(name, resolved.message), false);
    },
    loadError(error: unknown): void {
      const origin = error instanceof Error ? kit.stackOf(error) : undefined;
      if (error instanceof SyntaxError)
        uncaught(runtime('UserCodeSyntaxError', String(error)), false, origin);
      else if ((Object(error) as AnyError)['code'] === 'MODULE_NOT_FOUND')
        uncaught(runtime('ImportModuleError', String(error)), false, origin);
      else uncaught(error, false);
    },
    findHandler(loaded: unknown, { keys, handler }: FoundHandler): Handler | undefined {
      const found = keys.reduce((at: unknown, key) => at && (at as Record<string, unknown>)[key], loaded);
      if (typeof found === 'function') return found as Handler;
      const problem = found ? 'is not a function' : 'is undefined or not exported';
      uncaught(runtime('HandlerNotFound', `${handler} ${problem}`), false);
      return undefined;
    },
    isAsync: (handler: Handler): boolean => handler.constructor?.name === 'AsyncFunction',
    warnAboutCallbacks(handler: Handler): void {
      if (handler.length !== 3 || handler.constructor?.name === 'AsyncFunction') return;
      if ('AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING' in kit.environment()) return;
      host(Op.log, 'WARN', CALLBACK_WARNING);
    },
    invokeError(error: unknown): void {
      logError(kit, 'Invoke Error', error, major);
      report(kit, 'invokeError', error, major);
    },
    /** The event loop ran empty while the promise of an async handler was still pending. */
    neverSettled(): void {
      const error = runtime('NodeJsExit', NODE_JS_EXIT);
      logError(kit, 'Invoke Error', error, major);
      report(kit, 'invokeError', error, major);
    },
    serialise(result: unknown): string {
      let text: string | undefined;
      try {
        text = JSON.stringify(result === undefined ? null : result);
      } catch {
        throw new Error('Unable to stringify response body');
      }
      if (text === undefined) throw new TypeError('The second argument must be a string.');
      return text;
    },
  };
}
