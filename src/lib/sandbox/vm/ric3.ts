import type { Bridge, Entry, Resolved } from './bridge';
import { Op } from './bridge';
import type { Handler } from './entry';
import { commonEntry, contextData, loadHandlerModule, remaining } from './entry';
import { installGlobals } from './globals';
import { createKit } from './kit';
import { createModules } from './modules';
import { ric3Errors } from './ric3-errors';

/** The runtime interface client of Node.js 20 and 22 (aws-lambda-nodejs-runtime-interface-client 3), retold. */
export default function boot(host: Bridge, major: number): Entry {
  const kit = createKit(host, major);
  installGlobals(kit);
  const modules = createModules(kit);
  const errors = ric3Errors(kit, major);
  const dataOf = contextData(kit);
  let handler: Handler | undefined;
  let isAsync = false;
  /** Until the first event arrives, errors are errors of initialisation. */
  let invoking = false;
  /** What happens when the event loop runs empty. */
  let onEmpty: (() => void) | undefined;

  const post = (result: unknown): void => {
    host(Op.respond, errors.serialise(result));
  };
  const fail = (error: unknown): void => {
    errors.invokeError(error);
  };

  const callbacks = (): [callback: Handler, context: Record<string, unknown>] => {
    let finished = false;
    let waits: unknown = true;
    const once = (run: (...args: unknown[]) => void): Handler => {
      return (...args) => {
        if (finished) return;
        run(...args);
        finished = true;
      };
    };
    const done = (error: unknown, result: unknown): void => {
      onEmpty = undefined;
      if (error !== undefined && error !== null) fail(error);
      else post(result);
    };
    const callback = (error: unknown, result: unknown): void => {
      onEmpty = undefined;
      if (error !== undefined && error !== null) fail(error);
      else if (!waits) post(result);
      else onEmpty = () => void kit.setImmediate(() => post(result));
    };
    const context = {
      get callbackWaitsForEmptyEventLoop() {
        return waits;
      },
      set callbackWaitsForEmptyEventLoop(value: unknown) {
        waits = value;
      },
      succeed: once((result) => done(null, result)),
      fail: once((error) =>
        error === undefined || error === null ? done('handled', null) : done(error, null),
      ),
      done: once(done),
    };
    return [once(callback), context];
  };

  const ready = (loaded: Handler): void => {
    handler = loaded;
    isAsync = errors.isAsync(loaded);
    errors.warnAboutCallbacks(loaded);
    host(Op.ready);
  };

  return {
    ...commonEntry(kit, (error) => errors.uncaught(error, invoking)),
    start() {
      const resolved = JSON.parse(String(host(Op.resolveHandler))) as Resolved;
      if ('message' in resolved) return errors.initError(resolved);
      loadHandlerModule(modules, resolved).then(
        (loaded) => {
          const found = errors.findHandler(loaded, resolved);
          if (found) ready(found);
        },
        (error: unknown) => errors.loadError(error),
      );
    },
    invoke(event, requestId, json) {
      const [callback, context] = callbacks();
      invoking = true;
      onEmpty = () => {
        if (isAsync) errors.neverSettled();
        else post(null);
      };
      try {
        const result = handler?.(
          JSON.parse(event),
          Object.assign(context, dataOf(json), {
            awsRequestId: requestId,
            getRemainingTimeInMillis: () => remaining(kit),
          }),
          callback,
        );
        const { then } = (result ?? {}) as { then?: unknown };
        if (typeof then === 'function') {
          (result as Promise<unknown>)
            .then(context['succeed'] as Handler, context['fail'] as Handler)
            .catch(context['fail'] as Handler);
        }
      } catch (error) {
        callback(error);
      }
    },
    rejected: (reason, promise) => errors.unhandled(reason, promise, invoking),
    beforeExit() {
      const run = onEmpty;
      onEmpty = undefined;
      if (run) run();
      else host(Op.exit, 0);
    },
  };
}
