import { isDeepEqual } from './deep-equal';
import type { Kit } from './kit';

type Check = (...args: never[]) => unknown;

/** node:assert, with shorter messages than Node's where it prints a comparison. */
export default function make(kit: Kit): object {
  const show = (value: unknown): string => kit.format([value], true);
  class AssertionError extends Error {
    readonly code = 'ERR_ASSERTION';
    readonly generatedMessage: boolean;
    readonly actual: unknown;
    readonly expected: unknown;
    readonly operator: string | undefined;
    constructor(options: {
      message?: string;
      actual?: unknown;
      expected?: unknown;
      operator?: string;
      generated?: boolean;
    }) {
      super(options.message ?? 'Failed');
      Object.defineProperty(this, 'name', { value: 'AssertionError', configurable: true, writable: true });
      this.generatedMessage = options.generated ?? options.message === undefined;
      this.actual = options.actual;
      this.expected = options.expected;
      this.operator = options.operator;
    }
  }
  const fail = (
    message: unknown,
    generated: string,
    actual: unknown,
    expected: unknown,
    operator: string,
  ): never => {
    if (message instanceof Error) throw message;
    throw new AssertionError({
      message: message === undefined ? generated : String(message),
      generated: message === undefined,
      actual,
      expected,
      operator,
    });
  };
  const compare =
    (operator: string, words: string, holds: (actual: unknown, expected: unknown) => boolean) =>
    (actual: unknown, expected: unknown, message?: unknown): void => {
      if (!holds(actual, expected))
        fail(message, `${words}:\n\n${show(actual)} !== ${show(expected)}\n`, actual, expected, operator);
    };
  const ok = (value: unknown, message?: unknown): void => {
    if (!value) fail(message, 'The expression evaluated to a falsy value', value, true, '==');
  };
  const matches = (error: unknown, expected: unknown): boolean => {
    if (expected === undefined || typeof expected === 'string') return true;
    if (expected instanceof RegExp) return expected.test(String(error));
    if (typeof expected !== 'function') {
      return Object.entries(expected as object).every(([key, value]) => {
        const own = (error as Record<string, unknown>)[key];
        return value instanceof RegExp ? value.test(String(own)) : isDeepEqual(own, value);
      });
    }
    if (expected.prototype !== undefined && error instanceof (expected as never)) return true;
    return expected.prototype === undefined && (expected as (error: unknown) => unknown)(error) === true;
  };
  const throws = (run: () => unknown, expected?: unknown, message?: unknown): void => {
    try {
      run();
    } catch (error) {
      if (!matches(error, expected)) throw error;
      return;
    }
    fail(message, 'Missing expected exception.', undefined, expected, 'throws');
  };
  const rejects = async (
    run: Promise<unknown> | (() => Promise<unknown>),
    expected?: unknown,
    message?: unknown,
  ) => {
    try {
      await (typeof run === 'function' ? run() : run);
    } catch (error) {
      if (!matches(error, expected)) throw error;
      return;
    }
    fail(message, 'Missing expected rejection.', undefined, expected, 'rejects');
  };
  const strict: Record<string, Check> = {
    ok,
    equal: compare('strictEqual', 'Expected values to be strictly equal', Object.is),
    notEqual: compare(
      'notStrictEqual',
      'Expected "actual" to be strictly unequal to',
      (a, b) => !Object.is(a, b),
    ),
    deepEqual: compare('deepStrictEqual', 'Expected values to be strictly deep-equal', (a, b) =>
      isDeepEqual(a, b),
    ),
    notDeepEqual: compare(
      'notDeepStrictEqual',
      'Expected "actual" not to be strictly deep-equal to',
      (a, b) => !isDeepEqual(a, b),
    ),
    match: compare('match', 'The input did not match the regular expression', (text, pattern) =>
      (pattern as RegExp).test(String(text)),
    ),
    doesNotMatch: compare(
      'doesNotMatch',
      'The input was expected to not match the regular expression',
      (text, pattern) => !(pattern as RegExp).test(String(text)),
    ),
    throws,
    rejects,
    doesNotThrow(run: () => unknown) {
      run();
    },
    async doesNotReject(run: Promise<unknown> | (() => Promise<unknown>)) {
      await (typeof run === 'function' ? run() : run);
    },
    fail: (message: unknown = 'Failed') => fail(message, 'Failed', undefined, undefined, 'fail'),
    ifError: (value: unknown) => {
      if (value !== null && value !== undefined) throw value;
    },
  };
  const loose: Record<string, Check> = {
    ...strict,
    strictEqual: strict['equal'] as Check,
    notStrictEqual: strict['notEqual'] as Check,
    deepStrictEqual: strict['deepEqual'] as Check,
    notDeepStrictEqual: strict['notDeepEqual'] as Check,
    equal: compare('==', 'Expected values to be loosely equal', (a, b) => isDeepEqual(a, b, false)),
    notEqual: compare(
      '!=',
      'Expected "actual" to be loosely unequal to',
      (a, b) => !isDeepEqual(a, b, false),
    ),
    deepEqual: compare('deepEqual', 'Expected values to be loosely deep-equal', (a, b) =>
      isDeepEqual(a, b, false),
    ),
    notDeepEqual: compare(
      'notDeepEqual',
      'Expected "actual" not to be loosely deep-equal to',
      (a, b) => !isDeepEqual(a, b, false),
    ),
  };
  const assert = Object.assign((value: unknown, message?: unknown) => ok(value, message), loose, {
    AssertionError,
  });
  const strictAssert = Object.assign(
    (value: unknown, message?: unknown) => ok(value, message),
    loose,
    strict,
    { AssertionError },
  );
  return Object.assign(assert, { strict: strictAssert });
}
