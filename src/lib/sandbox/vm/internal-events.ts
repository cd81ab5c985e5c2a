import type { Kit } from './kit';

interface Listener {
  readonly run: ((event: unknown) => void) | { handleEvent(event: unknown): void };
  readonly once: boolean;
}

/** Event, EventTarget and what is built on them. */
export default function make(kit: Kit): Record<string, unknown> {
  class Event {
    target: unknown = null;
    currentTarget: unknown = null;
    defaultPrevented = false;
    stopped = false;
    readonly timeStamp = 0;
    readonly cancelable: boolean;
    constructor(
      readonly type: string,
      options: { cancelable?: boolean } = {},
    ) {
      this.cancelable = options.cancelable === true;
      Object.defineProperty(this, 'stopped', { enumerable: false });
    }
    preventDefault(): void {
      if (this.cancelable) this.defaultPrevented = true;
    }
    stopPropagation(): void {}
    stopImmediatePropagation(): void {
      this.stopped = true;
    }
  }
  class EventTarget {
    readonly #listeners = new Map<string, Listener[]>();
    addEventListener(
      type: string,
      run: Listener['run'] | null,
      options?: { once?: boolean } | boolean,
    ): void {
      if (!run) return;
      const list = this.#listeners.get(type) ?? [];
      if (list.some((each) => each.run === run)) return;
      this.#listeners.set(type, [
        ...list,
        { run, once: typeof options === 'object' && options.once === true },
      ]);
    }
    removeEventListener(type: string, run: Listener['run']): void {
      this.#listeners.set(
        type,
        (this.#listeners.get(type) ?? []).filter((each) => each.run !== run),
      );
    }
    dispatchEvent(event: Event): boolean {
      event.target = event.currentTarget = this;
      for (const { run, once } of this.#listeners.get(event.type) ?? []) {
        if (once) this.removeEventListener(event.type, run);
        if (typeof run === 'function') run.call(this, event);
        else run.handleEvent(event);
        if (event.stopped) break;
      }
      return !event.defaultPrevented;
    }
  }

  const { DOMException } = kit.internal('web') as {
    DOMException: new (message: string, name: string) => Error;
  };
  const aborted = (): Error => new DOMException('This operation was aborted', 'AbortError');
  let mayMake = false;
  class AbortSignal extends EventTarget {
    aborted = false;
    reason: unknown = undefined;
    onabort: ((event: Event) => void) | null = null;
    constructor() {
      super();
      if (!mayMake) throw new TypeError('Illegal constructor');
    }
    throwIfAborted(): void {
      if (this.aborted) throw this.reason;
    }
    static abort(reason: unknown = aborted()): AbortSignal {
      const signal = makeSignal();
      abort(signal, reason);
      return signal;
    }
    static timeout(milliseconds: number): AbortSignal {
      const signal = makeSignal();
      const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      setTimeout(() => abort(signal, reason), milliseconds).unref();
      return signal;
    }
    static any(signals: Iterable<AbortSignal>): AbortSignal {
      const all = makeSignal();
      for (const signal of signals) {
        if (signal.aborted) abort(all, signal.reason);
        else signal.addEventListener('abort', () => abort(all, signal.reason), { once: true });
      }
      return all;
    }
  }
  const makeSignal = (): AbortSignal => {
    mayMake = true;
    try {
      return new AbortSignal();
    } finally {
      mayMake = false;
    }
  };
  const abort = (signal: AbortSignal, reason: unknown): void => {
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    const event = new Event('abort');
    signal.onabort?.(event);
    signal.dispatchEvent(event);
  };
  class AbortController {
    readonly signal = makeSignal();
    abort(reason: unknown = aborted()): void {
      abort(this.signal, reason);
    }
  }
  return { Event, EventTarget, AbortSignal, AbortController };
}
