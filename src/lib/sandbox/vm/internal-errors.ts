import type { Failure } from './bridge';
import { Op } from './bridge';
import type { ErrorsPart, Kit, NativeError } from './kit';

type ErrorLike = { stack?: unknown; name?: unknown; message?: unknown };

/**
 * QuickJS's stacks are a list of frames; V8's begin with the name and the message. The constructors made here give
 * every error that the learner's code makes a stack of V8's shape; errors that QuickJS itself throws get theirs when
 * they are first shown ({@link ErrorsPart.stackOf}).
 */
export default function make(kit: Kit): ErrorsPart & Record<string, unknown> {
  const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Object;
  const { construct } = Reflect;
  const { Error: NativeBase, ...rest } = kit.natives as Record<string, NativeError> & { Error: NativeError };

  const headOf = (error: ErrorLike): string => {
    const name = error.name === undefined ? 'Error' : String(error.name);
    const message = error.message === undefined ? '' : String(error.message);
    if (name === '') return message;
    return message === '' ? name : `${name}: ${message}`;
  };
  const setStack = (error: object, stack: string): void => {
    defineProperty(error, 'stack', { value: stack, writable: true, configurable: true, enumerable: false });
  };
  const withFrames = (error: ErrorLike, raw: string): string => {
    const frames = String(kit.host(Op.stack, raw));
    return frames === '' ? headOf(error) : `${headOf(error)}\n${frames}`;
  };
  const isRaw = (stack: unknown): stack is string =>
    typeof stack === 'string' && (stack === '' || stack.startsWith('    at '));

  const patched: Record<string, unknown> = {};
  const patch = (native: NativeError, name: string, parent?: object): NativeError => {
    const replacement = function (this: unknown, ...args: unknown[]): Error {
      const error = construct(native, args, new.target ?? replacement) as Error;
      const raw = getOwnPropertyDescriptor(error, 'stack')?.value as unknown;
      if (isRaw(raw)) setStack(error, withFrames(error, raw));
      return error;
    } as unknown as NativeError;
    defineProperty(replacement, 'name', { value: name, configurable: true });
    defineProperty(replacement, 'length', { value: 1, configurable: true });
    defineProperty(replacement, 'prototype', { value: native.prototype, writable: false });
    defineProperty(native.prototype, 'constructor', {
      value: replacement,
      writable: true,
      configurable: true,
    });
    if (parent) setPrototypeOf(replacement, parent);
    patched[name] = replacement;
    return replacement;
  };

  const base = patch(NativeBase, 'Error');
  for (const [name, native] of Object.entries<NativeError>(rest)) patch(native, name, base);
  Object.assign(base, {
    stackTraceLimit: 10,
    captureStackTrace(target: object) {
      setStack(target, withFrames(target, new NativeBase().stack ?? ''));
    },
  });

  return {
    ...patched,
    stackOf(error) {
      const { stack } = error;
      if (!isRaw(stack)) return typeof stack === 'string' ? stack : headOf(error);
      // QuickJS threw it: errors that code makes have a V8 stack from the start.
      const message = String(error.message ?? '');
      const worded = String(kit.host(Op.message, stack, message));
      if (worded !== message)
        defineProperty(error, 'message', {
          value: worded,
          writable: true,
          configurable: true,
          enumerable: false,
        });
      if (error.name === 'InternalError' || message === 'stack overflow')
        setPrototypeOf(error, rest['RangeError']?.prototype ?? null);
      const whole = withFrames(error, stack);
      setStack(error, whole);
      return whole;
    },
    failure({ type = 'Error', message, properties }: Failure) {
      const constructor = patched[type] as new (message: string) => Error;
      return Object.assign(new constructor(message), properties);
    },
  };
}
