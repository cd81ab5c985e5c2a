import type { Bridge, Entry, Resolved } from './bridge';
import { Op } from './bridge';
import type { Handler } from './entry';
import { commonEntry, contextData, loadHandlerModule, remaining } from './entry';
import { installGlobals } from './globals';
import { createKit } from './kit';
import { createModules } from './modules';
import { ric4Errors } from './ric4-errors';

/** The runtime interface client of Node.js 24 (aws-lambda-nodejs-runtime-interface-client 4), retold. */
export default function boot(host: Bridge, major: number): Entry {
  const kit = createKit(host, major);
  installGlobals(kit);
  const modules = createModules(kit);
  const errors = ric4Errors(kit);
  const dataOf = contextData(kit);
  let handler: Handler | undefined;

  const fail = (error: unknown): void => void kit.setImmediate(() => errors.invokeError(error));
  const succeed = (result: unknown): void => {
    if (kit.tasks.immediates.length === 0) return succeedNext(result);
    kit.setImmediate(() => {
      let text: string;
      try {
        text = errors.serialise(result);
      } catch (error) {
        fail(error);
        return;
      }
      host(Op.respond, text);
    });
  };

  /** The same when nothing else waits for the next round: the host posts the response then. */
  const succeedNext = (result: unknown): void => {
    let text: string;
    try {
      text = errors.serialise(result);
    } catch (error) {
      fail(error);
      return;
    }
    host(Op.respondNext, text);
  };
  const getRemainingTimeInMillis = (): number => remaining(kit);
  const w3c = (): object => Object.freeze({});

  return {
    ...commonEntry(kit, errors.uncaught),
    start() {
      const resolved = JSON.parse(String(host(Op.resolveHandler))) as Resolved;
      if ('message' in resolved) return errors.notResolved(resolved);
      loadHandlerModule(modules, resolved).then(
        (loaded) => {
          handler = errors.findHandler(loaded, resolved);
          if (handler) host(Op.ready);
        },
        (error: unknown) => errors.loadError(error),
      );
    },
    invoke(event, requestId, json) {
      const context = dataOf(json);
      context['awsRequestId'] = requestId;
      context['getRemainingTimeInMillis'] = getRemainingTimeInMillis;
      context['w3c'] = w3c;
      try {
        Promise.resolve(handler?.(JSON.parse(event), context)).then(succeed, fail);
      } catch (error) {
        fail(error);
      }
    },
    rejected: (reason) => errors.uncaught(reason, true),
    beforeExit: () => void host(Op.exit, 0),
  };
}
