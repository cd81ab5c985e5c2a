import { describe, expect, it } from 'vitest';
import type { Effect, NodeRuntime } from './isolate';
import { loadEngine } from './load-node';
import { createSandbox } from './sandbox';
import { DEADLINE, NOW, invocation, isolateOptions } from './testing';

const engine = await loadEngine();

/** Starts and invokes once, waking until the invocation is over; gives every effect. */
function effectsOf(
  runtime: NodeRuntime,
  files: Record<string, string> | string,
  handler = 'index.handler',
): Effect[] {
  const sandbox = createSandbox({ engine });
  const code = typeof files === 'string' ? { 'index.js': files } : files;
  const isolate = sandbox.createIsolate(isolateOptions(sandbox, code, { runtime, handler }));
  const started = isolate.start(NOW, DEADLINE);
  const all = [...started.effects];
  if (started.ended) return all;
  let turn = isolate.invoke(NOW, DEADLINE, invocation());
  all.push(...turn.effects);
  const over = (): boolean => turn.ended || all.some(({ kind }) => kind === 'response' || kind === 'error');
  while (!over() && turn.wakeAt !== undefined && turn.wakeAt < DEADLINE) {
    turn = isolate.wake(turn.wakeAt);
    all.push(...turn.effects);
  }
  return all;
}

/** The outcome in a word or two: the response, the error or the end. */
function outcome(effects: readonly Effect[]): string {
  for (const effect of effects) {
    if (effect.kind === 'response') return `response ${effect.body}`;
    if (effect.kind === 'error')
      return `error ${effect.error.errorType}: ${effect.error.errorMessage.slice(0, 60)}`;
    if (effect.kind === 'exit') {
      const { reason, code, error } = effect;
      return `exit ${reason} ${code}${error ? ` ${error.errorType}: ${error.errorMessage}` : ''}`;
    }
  }
  return 'nothing';
}

const NODE_JS_EXIT = 'error Runtime.NodeJsExit: The Lambda runtime client detected an unexpected Node.js exi';

describe('what becomes of a handler', () => {
  it.each<[situation: string, code: string, before24: string, from24: string]>([
    ['an async handler resolves', `exports.handler = async () => 'x'`, 'response "x"', 'response "x"'],
    ['a thenable is returned', `exports.handler = () => ({ then: (f) => f(1) })`, 'response 1', 'response 1'],
    [
      'open timers do not delay an async handler',
      `exports.handler = async () => { setTimeout(() => {}, 500); return 1 }`,
      'response 1',
      'response 1',
    ],
    [
      'it rejects',
      `exports.handler = async () => { throw new TypeError('no') }`,
      'error TypeError: no',
      'error TypeError: no',
    ],
    ['a sync handler returns a plain value', `exports.handler = () => 5`, 'response null', 'response 5'],
    [
      'a sync handler throws',
      `exports.handler = () => { throw new Error('no') }`,
      'error Error: no',
      'error Error: no',
    ],
    [
      'the callback is called',
      `exports.handler = (e, c, cb) => cb(null, 7)`,
      'response 7',
      'exit uncaught-exception 1 Runtime.CallbackHandlerDeprecated',
    ],
    [
      'the callback is called with an error',
      `exports.handler = (e, c, cb) => cb(new Error('no'))`,
      'error Error: no',
      'exit uncaught-exception 1 Runtime.CallbackHandlerDeprecated',
    ],
    [
      'the callback is never called',
      `exports.handler = (e, c, cb) => {}`,
      'response null',
      'exit uncaught-exception 1 Runtime.CallbackHandlerDeprecated',
    ],
    [
      'an async handler takes a callback, too',
      `exports.handler = async (e, c, cb) => 1`,
      'response 1',
      'exit uncaught-exception 1 Runtime.CallbackHandlerDeprecated',
    ],
    [
      'only the first callback counts',
      `exports.handler = (e, c, cb) => { cb(null, 1); cb(null, 2); c.succeed(3) }`,
      'response 1',
      'exit uncaught-exception 1 Runtime.CallbackHandlerDeprecated',
    ],
    [
      'context.succeed does not wait',
      `exports.handler = (e, c) => { setTimeout(() => {}, 500); c.succeed(4) }`,
      'response 4',
      'error TypeError: c.succeed is not a function',
    ],
    [
      'context.fail without an error',
      `exports.handler = (e, c) => c.fail()`,
      'error string: handled',
      'error TypeError: c.fail is not a function',
    ],
    [
      'an async handler never settles',
      `exports.handler = () => new Promise(() => {})`,
      'response null',
      'exit exit 0',
    ],
    [
      'an async function never settles',
      `exports.handler = async () => { await new Promise(() => {}) }`,
      NODE_JS_EXIT,
      'exit exit 0',
    ],
    ['undefined is returned', `exports.handler = async () => {}`, 'response null', 'response null'],
    ['an Error is returned', `exports.handler = async () => new Error('x')`, 'response {}', 'response {}'],
    ['a Map is returned', `exports.handler = async () => new Map([[1, 2]])`, 'response {}', 'response {}'],
    [
      'a Buffer is returned',
      `exports.handler = async () => Buffer.from('a')`,
      'response {"type":"Buffer","data":[97]}',
      'response {"type":"Buffer","data":[97]}',
    ],
    [
      'a Date is returned',
      `exports.handler = async () => new Date(0)`,
      'response "1970-01-01T00:00:00.000Z"',
      'response "1970-01-01T00:00:00.000Z"',
    ],
    [
      'a BigInt is returned',
      `exports.handler = async () => 1n`,
      'error Error: Unable to stringify response body',
      'error Runtime.JSONStringifyError: Unable to stringify response body',
    ],
    [
      'a cycle is returned',
      `exports.handler = async () => { const a = {}; a.a = a; return a }`,
      'error Error: Unable to stringify response body',
      'error Runtime.JSONStringifyError: Unable to stringify response body',
    ],
    [
      'a string is thrown',
      `exports.handler = async () => { throw 'x' }`,
      'error string: x',
      'error string: x',
    ],
    [
      'an object is thrown',
      `exports.handler = async () => { throw { a: 1 } }`,
      'error object: [object Object]',
      'error object: [object Object]',
    ],
    [
      'null is rejected',
      `exports.handler = async () => { throw null }`,
      'error string: handled',
      'error object: null',
    ],
    [
      'null is thrown at once',
      `exports.handler = () => { throw null }`,
      'response null',
      'error object: null',
    ],
    ['process.exit(0)', `exports.handler = async () => { process.exit(0) }`, 'exit exit 0', 'exit exit 0'],
    [
      'process.exit(1) in a try',
      `exports.handler = async () => { try { process.exit(1) } finally { return 5 } }`,
      'exit exit 1',
      'exit exit 1',
    ],
    [
      'process.exitCode',
      `exports.handler = async () => { process.exitCode = 3; process.exit() }`,
      'exit exit 3',
      'exit exit 3',
    ],
    [
      'a timer throws',
      `exports.handler = async () => { setTimeout(() => { throw new Error('late') }, 5); await new Promise(() => {}) }`,
      'exit uncaught-exception 129 Error: late',
      'exit uncaught-exception 1',
    ],
    [
      'a promise is rejected, unhandled, while the handler waits',
      `exports.handler = async () => { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 50)); return 1 }`,
      'exit unhandled-rejection 128 Runtime.UnhandledPromiseRejection: Error: lost',
      'exit uncaught-exception 1',
    ],
    [
      'a promise is rejected and handled later in the same turn',
      `exports.handler = async () => { const p = Promise.reject(new Error('x')); await null; try { await p } catch { return 'caught' } }`,
      'response "caught"',
      'response "caught"',
    ],
    [
      'a promise is rejected as the handler returns',
      `exports.handler = async () => { (async () => { throw new Error('lost') })(); return 'ok' }`,
      'response "ok"',
      'exit uncaught-exception 1',
    ],
  ])('%s', (_situation, code, before24, from24) => {
    expect(outcome(effectsOf('nodejs20.x', code))).toBe(before24);
    expect(outcome(effectsOf('nodejs22.x', code))).toBe(before24);
    expect(outcome(effectsOf('nodejs24.x', code))).toContain(from24);
  });

  it('lets a callback wait for the event loop, unless told not to', () => {
    const waits = effectsOf(
      'nodejs22.x',
      `exports.handler = (e, c, cb) => { setTimeout(() => console.log('late'), 300); cb(null, 1) }`,
    );
    const milliseconds = waits.map(({ kind, at }) => [kind, Math.floor((at - NOW) / 1_000)]);
    expect(milliseconds).toContainEqual(['log', 300]);
    expect(outcome(waits)).toBe('response 1');
    const hurries = effectsOf(
      'nodejs22.x',
      `exports.handler = (e, c, cb) => { c.callbackWaitsForEmptyEventLoop = false; setTimeout(() => console.log('late'), 300); cb(null, 1) }`,
    );
    expect(hurries.filter(({ kind }) => kind === 'log')).toHaveLength(1);
  });

  it('still logs a rejection that comes with the response on Node 22, and then ends', () => {
    const effects = effectsOf(
      'nodejs22.x',
      `exports.handler = async () => { (async () => { throw new Error('lost') })(); return 'ok' }`,
    );
    expect(effects.map(({ kind }) => kind)).toEqual(['ready', 'response', 'log', 'exit']);
  });

  it('runs the finally of no one after process.exit', () => {
    const effects = effectsOf(
      'nodejs24.x',
      `exports.handler = async () => { try { process.exit(2) } catch { console.log('a') } finally { console.log('b') } }`,
    );
    expect(effects.map(({ kind }) => kind)).toEqual(['ready', 'exit']);
  });
});

describe('what becomes of a module that does not load', () => {
  const error = (effects: readonly Effect[]): [string, string] | undefined => {
    const found = effects.find((effect) => effect.kind === 'init-error');
    return found && [found.error.errorType, found.error.errorMessage];
  };
  it.each<[string, Record<string, string>, string, string, string]>([
    [
      'no such file',
      {},
      'index.handler',
      'Runtime.ImportModuleError',
      `Error: Cannot find module 'index'\nRequire stack:\n- /var/runtime/index.mjs`,
    ],
    [
      'a require that misses',
      { 'index.js': `require('x')` },
      'index.handler',
      'Runtime.ImportModuleError',
      `Error: Cannot find module 'x'\nRequire stack:\n- /var/task/index.js\n- /var/runtime/index.mjs`,
    ],
    [
      'an import that misses',
      { 'index.mjs': `import 'x'` },
      'index.handler',
      'Error',
      `Cannot find package 'x' imported from /var/task/index.mjs`,
    ],
    [
      'a relative import that misses',
      { 'index.mjs': `import './x.mjs'` },
      'index.handler',
      'Error',
      `Cannot find module '/var/task/x.mjs' imported from /var/task/index.mjs`,
    ],
    [
      'a syntax error',
      { 'index.js': `let a = ;` },
      'index.handler',
      'Runtime.UserCodeSyntaxError',
      `SyntaxError: Unexpected token ';'`,
    ],
    [
      'a syntax error in a module',
      { 'index.mjs': `let a = ;` },
      'index.handler',
      'Runtime.UserCodeSyntaxError',
      `SyntaxError: Unexpected token ';'`,
    ],
    [
      'no export',
      { 'index.js': `exports.other = 1` },
      'index.handler',
      'Runtime.HandlerNotFound',
      'index.handler is undefined or not exported',
    ],
    [
      'no function',
      { 'index.js': `exports.handler = 1` },
      'index.handler',
      'Runtime.HandlerNotFound',
      'index.handler is not a function',
    ],
    [
      'a throw at the top',
      { 'index.js': `throw new RangeError('top')` },
      'index.handler',
      'RangeError',
      'top',
    ],
    [
      'dots in the handler',
      { 'index.js': '' },
      '../index.handler',
      'Runtime.MalformedHandlerName',
      `'../index.handler' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    ],
    ['a handler without a dot', { 'index.js': '' }, 'index', 'Runtime.MalformedHandlerName', 'Bad handler'],
  ])('%s', (_case, files, handler, type, message) => {
    for (const runtime of ['nodejs22.x', 'nodejs24.x'] as const) {
      expect(error(effectsOf(runtime, files, handler))).toEqual([type, message]);
    }
  });

  it('logs the error as each client does', () => {
    const line = (runtime: NodeRuntime): unknown => {
      const [first] = effectsOf(runtime, `exports.other = 1`);
      return first?.kind === 'log' ? first : undefined;
    };
    expect(line('nodejs22.x')).toMatchObject({
      level: 'ERROR',
      requestId: undefined,
      message: expect.stringMatching(
        /^Uncaught Exception \t\{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is undefined or not exported","stack":\["Runtime.HandlerNotFound: index/,
      ),
    });
    expect(line('nodejs24.x')).toMatchObject({
      message: expect.stringMatching(
        /^Init Error \t\{"errorType":"Runtime.HandlerNotFound","errorMessage":"[^"]+","name":"Runtime.HandlerNotFound","stack":\[/,
      ),
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a nested handler', { 'lib/a.js': `exports.b = { c: async () => 'deep' }` }, 'lib/a.b.c'],
    [
      'a module by package.json',
      { 'package.json': '{"type":"module"}', 'index.js': `export const handler = async () => 'deep'` },
      'index.handler',
    ],
    [
      'files of all kinds',
      {
        'index.mjs': `import { one } from './one.cjs'; import two from './two.json' with { type: 'json' }; const three = await import('./three.js'); export const handler = async () => one + two.two + three.default.x + 'p'`,
        'one.cjs': `const { d } = require('./lib'); exports.one = d`,
        'lib/index.js': `module.exports = { d: 'd' }`,
        'two.json': '{"two":"e"}',
        'three.js': `exports.x = 'e'`,
      },
      'index.handler',
    ],
    [
      'a package',
      {
        'index.js': `exports.handler = async () => require('dep')`,
        'node_modules/dep/package.json': '{"main":"lib/main"}',
        'node_modules/dep/lib/main.js': `module.exports = 'deep'`,
      },
      'index.handler',
    ],
    [
      'TypeScript',
      {
        'index.ts': `import type { X } from 'y';\nexport const handler = async (e: { a?: string }): Promise<string> => (e.a as string) ?? 'deep';`,
        'package.json': '{"type":"module"}',
      },
      'index.handler',
    ],
    [
      'top-level await',
      {
        'index.mjs': `const v = await new Promise((r) => queueMicrotask(() => r('deep'))); export const handler = async () => v`,
      },
      'index.handler',
    ],
  ])('loads %s', (_case, files, handler) => {
    for (const runtime of ['nodejs22.x', 'nodejs24.x'] as const)
      expect(outcome(effectsOf(runtime, files, handler))).toBe('response "deep"');
  });
});
