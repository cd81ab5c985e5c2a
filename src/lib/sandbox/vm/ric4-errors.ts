import type { FoundHandler, MissingHandler } from './bridge';
import { Op } from './bridge';
import type { Handler } from './entry';
import type { Kit } from './kit';
import type { AnyError } from './reports';
import { logError, report, runtimeError } from './reports';

const MAJOR = 24;

const CALLBACKS_REMOVED =
  'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.';

/** How Node.js 24 reports what goes wrong. It has no listener for uncaught exceptions: Node itself prints them. */
export function ric4Errors(kit: Kit) {
  const { host } = kit;
  const runtime = (name: string, message: string): Error => runtimeError(name, message, MAJOR);
  /** `origin` is the stack that says where it happened, when that is not the error's own. */
  const initError = (error: unknown, origin?: string): void => {
    logError(kit, 'Init Error', error, MAJOR);
    report(kit, 'initError', error, MAJOR, origin);
    host(Op.exit, 1);
  };
  return {
    uncaught(error: unknown, rejected = false): void {
      const stack = error instanceof Error ? kit.stackOf(error) : '';
      host(Op.crash, stack, kit.format([error], true), rejected ? 1 : 0);
      report(kit, 'uncaught', error, MAJOR);
      host(Op.exit, 1);
    },
    notResolved(resolved: MissingHandler): void {
      const name = resolved.kind === 'malformed' ? 'MalformedHandlerName' : 'ImportModuleError';
      initError(runtime(name, resolved.message));
    },
    loadError(error: unknown): void {
      const origin = error instanceof Error ? kit.stackOf(error) : undefined;
      if (error instanceof SyntaxError) initError(runtime('UserCodeSyntaxError', String(error)), origin);
      else if (error instanceof Error && (error as AnyError)['code'] === 'MODULE_NOT_FOUND')
        initError(runtime('ImportModuleError', String(error)), origin);
      else initError(error);
    },
    findHandler(loaded: unknown, resolved: FoundHandler): Handler | undefined {
      const found =
        find(loaded, resolved.keys) || find((loaded as { default?: unknown }).default, resolved.keys);
      if (typeof found !== 'function') {
        const problem = found ? 'is not a function' : 'is undefined or not exported';
        initError(runtime('HandlerNotFound', `${resolved.handler} ${problem}`));
        return undefined;
      }
      if (found.length >= 3) {
        initError(runtime('CallbackHandlerDeprecated', CALLBACKS_REMOVED));
        return undefined;
      }
      return found as Handler;
    },
    invokeError(error: unknown): void {
      logError(kit, 'Invoke Error', error, MAJOR);
      report(kit, 'invokeError', error, MAJOR);
    },
    serialise(result: unknown): string {
      let text: string | undefined;
      try {
        text = JSON.stringify(result === undefined ? null : result);
      } catch {
        throw runtime('JSONStringifyError', 'Unable to stringify response body');
      }
      if (text === undefined) throw new TypeError('The second argument must be a string.');
      return text;
    },
  };
}

function find(module: unknown, keys: readonly string[]): unknown {
  return keys.reduce(
    (at: unknown, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
    module,
  );
}
