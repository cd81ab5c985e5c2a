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

  // The functions of the context are made once: only the current context may use them, and only once.
  let current: object | undefined;
  let finished = false;
  let waits: unknown = true;
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
  /** Runs once an invocation; a call that throws does not count. */
  const once =
    (run: (a: unknown, b: unknown) => void) =>
    (owner: unknown, a: unknown, b: unknown): void => {
      if (finished || (owner !== undefined && owner !== current)) return;
      run(a, b);
      finished = true;
    };
  const [callOnce, succeedOnce, failOnce, doneOnce] = [
    once(callback),
    once((result) => done(null, result)),
    once((error) => (error === undefined || error === null ? done('handled', null) : done(error, null))),
    once(done),
  ];
  const methods = {
    succeed(this: unknown, result: unknown) {
      succeedOnce(this, result, undefined);
    },
    fail(this: unknown, error: unknown) {
      failOnce(this, error, undefined);
    },
    done(this: unknown, error: unknown, result: unknown) {
      doneOnce(this, error, result);
    },
  };
  const waitsProperty: PropertyDescriptor = {
    configurable: true,
    enumerable: true,
    get: () => waits,
    set: (value: unknown) => {
      waits = value;
    },
  };
  const getRemainingTimeInMillis = (): number => remaining(kit);
  const newContext = (requestId: string, json: string): object =>
    Object.assign(
      Object.defineProperty({}, 'callbackWaitsForEmptyEventLoop', waitsProperty),
      methods,
      dataOf(json),
      { awsRequestId: requestId, getRemainingTimeInMillis },
    );

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
      const context = newContext(requestId, json);
      current = context;
      finished = false;
      waits = true;
      invoking = true;
      onEmpty = () => {
        finished = true;
        if (isAsync) errors.neverSettled();
        else post(null);
      };
      const own: Handler = (error, result) => callOnce(context, error, result);
      try {
        const result = handler?.(JSON.parse(event), context, own);
        const { then } = (result ?? {}) as { then?: unknown };
        if (typeof then === 'function') {
          const failed = (error: unknown): void => failOnce(context, error, undefined);
          (result as Promise<unknown>)
            .then((value) => succeedOnce(context, value, undefined), failed)
            .catch(failed);
        }
      } catch (error) {
        own(error);
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
