import { Op } from './bridge';
import type { Immediate, Kit } from './kit';

const LONGEST_MS = 2_147_483_647;

/** setTimeout and its relatives. The host knows when a timer is due; the callbacks stay here. */
export default function make(kit: Kit) {
  const { host } = kit;
  const active = new Map<number, Timeout>();
  let nextId = 1;

  class Timeout {
    readonly #id = nextId++;
    #counts = true;
    closed = false;
    constructor(
      readonly callback: (...args: unknown[]) => void,
      readonly delay: number,
      readonly repeats: boolean,
      readonly args: readonly unknown[],
    ) {
      this.refresh();
    }
    refresh(): this {
      this.closed = false;
      active.set(this.#id, this);
      host(Op.setTimer, this.#id, this.delay, this.#counts ? 1 : 0);
      return this;
    }
    ref(): this {
      this.#counts = true;
      host(Op.refTimer, this.#id, 1);
      return this;
    }
    unref(): this {
      this.#counts = false;
      host(Op.refTimer, this.#id, 0);
      return this;
    }
    hasRef(): boolean {
      return this.#counts;
    }
    close(): this {
      this.closed = true;
      if (active.delete(this.#id)) host(Op.clearTimer, this.#id);
      return this;
    }
    [Symbol.toPrimitive](): number {
      return this.#id;
    }
  }

  const start = (callback: unknown, delay: unknown, repeats: boolean, args: readonly unknown[]): Timeout => {
    if (typeof callback !== 'function') {
      throw Object.assign(
        new TypeError(`The "callback" argument must be of type function. Received ${describe(callback)}`),
        { code: 'ERR_INVALID_ARG_TYPE' },
      );
    }
    const milliseconds = Number(delay);
    const usable = milliseconds >= 1 && milliseconds <= LONGEST_MS ? Math.trunc(milliseconds) : 1;
    return new Timeout(callback as (...args: unknown[]) => void, usable, repeats, args);
  };
  const clear = (timer: unknown): void => {
    const found = timer instanceof Timeout ? timer : active.get(Number(timer));
    found?.close();
  };
  const setImmediate = (callback: unknown, ...args: unknown[]): Immediate => {
    if (typeof callback !== 'function')
      throw new TypeError(`The "callback" argument must be of type function. Received ${describe(callback)}`);
    return kit.setImmediate(() => void Reflect.apply(callback, undefined, args));
  };
  return {
    setTimeout: (callback: unknown, delay?: unknown, ...args: unknown[]) =>
      start(callback, delay, false, args),
    setInterval: (callback: unknown, delay?: unknown, ...args: unknown[]) =>
      start(callback, delay, true, args),
    clearTimeout: clear,
    clearInterval: clear,
    setImmediate,
    clearImmediate(immediate: Immediate | undefined) {
      if (immediate) immediate.callback = undefined;
    },
    fire(id: number) {
      const timer = active.get(id);
      if (!timer) return;
      active.delete(id);
      try {
        Reflect.apply(timer.callback, timer, timer.args);
      } finally {
        if (timer.repeats && !timer.closed) timer.refresh();
      }
    },
  };
}

function describe(value: unknown): string {
  return value === null || value === undefined ? String(value) : `type ${typeof value} (${String(value)})`;
}
