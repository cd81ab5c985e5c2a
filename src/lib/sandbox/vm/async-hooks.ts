import type { Kit } from './kit';

/**
 * node:async_hooks. QuickJS does not tell when an await goes on, so a store cannot follow one: AsyncLocalStorage says
 * so instead of losing its store in silence.
 */
export default function make(_kit: Kit): object {
  function AsyncLocalStorage(): never {
    throw new Error(
      "The simulator's node:async_hooks has no AsyncLocalStorage: pass what you need as arguments.",
    );
  }
  class AsyncResource {
    constructor(readonly type: string) {}
    runInAsyncScope(run: (...args: unknown[]) => unknown, self?: unknown, ...args: unknown[]): unknown {
      return Reflect.apply(run, self, args);
    }
    emitDestroy(): this {
      return this;
    }
  }
  return { AsyncLocalStorage, AsyncResource, executionAsyncId: () => 1, triggerAsyncId: () => 0 };
}
