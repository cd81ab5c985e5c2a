import type { Kit } from './kit';

interface Options {
  readonly signal?: AbortSignal;
  readonly ref?: boolean;
}

/** node:timers/promises. */
export default function make(kit: Kit): object {
  const aborted = (signal: AbortSignal): Error =>
    Object.assign(new Error('The operation was aborted', { cause: signal.reason }), {
      name: 'AbortError',
      code: 'ABORT_ERR',
    });
  const wait = (delay?: number, value?: unknown, { signal, ref = true }: Options = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(aborted(signal));
        return;
      }
      const timer = setTimeout(resolve, delay, value);
      if (!ref) timer.unref();
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(aborted(signal));
      });
    });
  async function* every(delay?: number, value?: unknown, options: Options = {}): AsyncGenerator {
    for (;;) yield await wait(delay, value, options);
  }
  return {
    setTimeout: wait,
    setInterval: every,
    setImmediate: (value: unknown) => new Promise((resolve) => void kit.setImmediate(() => resolve(value))),
    scheduler: { wait: (delay: number, options?: Options) => wait(delay, undefined, options) },
  };
}
