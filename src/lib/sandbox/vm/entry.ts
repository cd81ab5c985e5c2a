import type { Entry, FoundHandler } from './bridge';
import { Op } from './bridge';
import type { Kit } from './kit';
import type { createModules } from './modules';

/** A handler as its module exports it. */
export type Handler = (...args: unknown[]) => unknown;

/** Loads what the host resolved the handler string to, without looking at its exports yet. */
export function loadHandlerModule(
  modules: ReturnType<typeof createModules>,
  resolved: FoundHandler,
): Promise<unknown> {
  return resolved.kind === 'import'
    ? import(resolved.path)
    : new Promise((resolve) => resolve(modules.load(resolved.path)));
}

/** The parts of the entry that do not depend on the runtime's version. */
export function commonEntry(
  kit: Kit,
  uncaught: (error: unknown) => void,
): Pick<Entry, 'fire' | 'immediates' | 'ticks' | 'settle' | 'failure' | 'exportsOf' | 'uncaught'> {
  const { tasks } = kit;
  const guarded = (callback: () => void): void => {
    try {
      callback();
    } catch (error) {
      uncaught(error);
    }
  };
  return {
    uncaught,
    failure: kit.failure,
    fire: (id) => guarded(() => (kit.internal('timers') as { fire(id: number): void }).fire(id)),
    immediates() {
      const batch = tasks.immediates;
      tasks.immediates = [];
      for (const immediate of batch) {
        const { callback } = immediate;
        immediate.callback = undefined;
        if (callback) guarded(callback);
      }
    },
    ticks() {
      for (let batch = tasks.ticks; batch.length > 0; batch = tasks.ticks) {
        tasks.ticks = [];
        for (const callback of batch) guarded(callback);
      }
    },
    settle: (id, ok, text) =>
      (kit.internal('calls') as { settle(id: number, ok: number, text: string): void }).settle(id, ok, text),
    exportsOf: (name) => {
      const made = kit.builtin(name);
      return JSON.stringify(made === undefined ? null : Object.keys(Object(made)));
    },
  };
}

/**
 * The data members of the context object. The host sends them when they differ from those of the invocation before;
 * every invocation gets an object of its own.
 */
export function contextData(kit: Kit): (json: string) => Record<string, unknown> {
  let latest: Record<string, unknown> = {};
  let text = '';
  let hasNested = false;
  return (json) => {
    if (json !== '' || hasNested) {
      text = json || text;
      const { traceId, ...data } = JSON.parse(text) as Record<string, unknown>;
      latest = data;
      hasNested = data['clientContext'] !== undefined || data['identity'] !== undefined;
      kit.trace(traceId as string | undefined);
    }
    return { ...latest };
  };
}

export function remaining(kit: Kit): number {
  return Number(kit.host(Op.remaining));
}
