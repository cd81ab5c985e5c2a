import { Op } from './bridge';
import type { Kit } from './kit';

/** Globals that cost nothing until they are used: name, and the part that makes them. */
const LAZY: readonly (readonly [part: string, names: string])[] = [
  [
    'internal/errors',
    'Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError',
  ],
  ['internal/timers', 'setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate'],
  ['internal/web', 'structuredClone performance atob btoa fetch navigator DOMException'],
  ['internal/events', 'Event EventTarget AbortController AbortSignal'],
  ['internal/encoding', 'TextEncoder TextDecoder'],
  ['internal/url', 'URL URLSearchParams'],
  ['buffer', 'Buffer'],
  ['process', 'process'],
  ['crypto', 'crypto'],
];

const LEVELS: readonly (readonly [method: string, level: string])[] = [
  ['log', 'INFO'],
  ['info', 'INFO'],
  ['debug', 'DEBUG'],
  ['trace', 'TRACE'],
  ['warn', 'WARN'],
  ['error', 'ERROR'],
  ['fatal', 'FATAL'],
];

export function installGlobals(kit: Kit): void {
  const { defineProperty } = Object;
  const set = (target: object, name: string, value: unknown): void => {
    defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  };
  for (const [part, names] of LAZY) {
    for (const name of names.split(' ')) {
      defineProperty(globalThis, name, {
        configurable: true,
        enumerable: false,
        get() {
          const made = kit.builtin(part) as Record<string, unknown>;
          const value = part.startsWith('internal/') ? made[name] : wholeModule(made, name);
          set(globalThis, name, value);
          return value;
        },
        set(value: unknown) {
          set(globalThis, name, value);
        },
      });
    }
  }
  set(globalThis, 'global', globalThis);
  set(globalThis, 'queueMicrotask', (callback: () => void) => void Promise.resolve().then(callback));
  set(globalThis, 'console', makeConsole(kit));
}

/** `Buffer` is a member of its module; `process` and `crypto` are theirs. */
function wholeModule(made: Record<string, unknown>, name: string): unknown {
  if (name === 'Buffer') return made['Buffer'];
  return name === 'crypto' ? made['webcrypto'] : made;
}

function makeConsole(kit: Kit): object {
  const { host } = kit;
  const console: Record<string, unknown> = {};
  for (const [method, level] of LEVELS) {
    console[method] = (...values: unknown[]) => {
      const first = values[0];
      const plain = values.length === 1 && typeof first === 'string';
      host(Op.log, level, plain ? first : kit.format(values));
    };
  }
  const rest =
    'assert clear count countReset dir dirxml group groupCollapsed groupEnd table time timeEnd timeLog';
  for (const method of rest.split(' ')) {
    console[method] = (...values: unknown[]) => {
      const part = kit.internal('console') as Record<string, (...values: unknown[]) => unknown>;
      return part[method]?.apply(console, values);
    };
  }
  return console;
}
