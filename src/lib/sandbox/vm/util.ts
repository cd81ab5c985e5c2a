import type { Kit } from './kit';
import { types } from './types';
import { isDeepEqual } from './deep-equal';

type Callback = (error: unknown, result?: unknown) => void;

const PROMISIFY = Symbol.for('nodejs.util.promisify.custom');

/** node:util. */
export default function make(kit: Kit): object {
  const { inspect, formatWithOptions } = kit.internal('format') as Record<string, unknown>;
  const { TextEncoder, TextDecoder } = kit.internal('encoding') as Record<string, unknown>;
  const mustBeFunction = (value: unknown): void => {
    if (typeof value === 'function') return;
    throw Object.assign(new TypeError('The "original" argument must be of type function'), {
      code: 'ERR_INVALID_ARG_TYPE',
    });
  };
  const promisify = Object.assign(
    (original: (...args: unknown[]) => unknown) => {
      mustBeFunction(original);
      const custom = (original as never)[PROMISIFY] as unknown;
      if (custom) return custom;
      return function (this: unknown, ...args: unknown[]): Promise<unknown> {
        const { promise, resolve, reject } = Promise.withResolvers<unknown>();
        const settle = { resolve, reject: reject as (reason: unknown) => void };
        const callback: Callback = (error, result) => (error ? settle.reject(error) : settle.resolve(result));
        Reflect.apply(original, this, [...args, callback]);
        return promise;
      };
    },
    { custom: PROMISIFY },
  );
  // Node gives setTimeout a promisified form of its own.
  Object.defineProperty(globalThis.setTimeout, PROMISIFY, {
    configurable: true,
    value: (delay: number, value: unknown) => new Promise((resolve) => setTimeout(resolve, delay, value)),
  });
  return {
    inspect,
    formatWithOptions,
    format: (...values: unknown[]) => kit.format(values),
    promisify,
    callbackify: (original: (...args: unknown[]) => Promise<unknown>) => {
      mustBeFunction(original);
      return (...args: unknown[]) => {
        const callback = args.pop() as Callback;
        original(...args).then(
          (result) => kit.nextTick(() => callback(null, result)),
          (error: unknown) =>
            kit.nextTick(() => callback(error ?? new Error('Promise was rejected with a falsy value'))),
        );
      };
    },
    inherits(child: { super_?: unknown; prototype: object }, parent: { prototype: object }) {
      child.super_ = parent;
      Object.setPrototypeOf(child.prototype, parent.prototype);
    },
    deprecate: (run: unknown) => run,
    isDeepStrictEqual: isDeepEqual,
    types,
    TextEncoder,
    TextDecoder,
    isArray: Array.isArray,
    stripVTControlCharacters: (text: string) => text.replace(/\u001b\[[0-9;]*m/g, ''),
    toUSVString: (text: string) => text.toWellFormed(),
    debuglog: () => Object.assign(() => undefined, { enabled: false }),
  };
}
