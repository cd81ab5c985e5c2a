import { describe, expect, it } from 'vitest';
import { mebibytes } from '$lib/kernel/units';
import type { Effect, Isolate, Sandbox, Turn } from '$lib/sandbox/isolate';
import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { DEADLINE, NOW, invocation, isolateOptions } from '$lib/sandbox/testing';

const engine = await loadEngine();
const HEAP = mebibytes(48);
/** Generous: the machine may be busy. Without containment these take minutes or never end. */
const REAL_TIME_MS = 15_000;

function started(sandbox: Sandbox, code: string): Isolate {
  const isolate = sandbox.createIsolate(isolateOptions(sandbox, { 'index.mjs': code }, { heapLimit: HEAP }));
  isolate.start(NOW, DEADLINE);
  return isolate;
}

const COUNTER = `let n = 0; export const handler = async () => ++n;`;

/** Runs hostile code beside an innocent sibling in the same sandbox; then checks the sibling and a newcomer. */
function attack(body: string, head = ''): { turn: Turn; siblingLives: boolean } {
  const sandbox = createSandbox({ engine });
  const sibling = started(sandbox, COUNTER);
  sibling.invoke(NOW, DEADLINE, invocation());
  const hostile = started(sandbox, `${head}\nexport const handler = async (event, context) => { ${body} };`);
  const before = performance.now();
  const turn = hostile.invoke(NOW, DEADLINE, invocation());
  expect(performance.now() - before).toBeLessThan(REAL_TIME_MS);
  hostile.dispose();
  const { effects } = sibling.invoke(NOW, DEADLINE, invocation());
  const newcomer = started(sandbox, COUNTER).invoke(NOW, DEADLINE, invocation());
  expect(newcomer.effects).toMatchObject([{ kind: 'response', body: '1' }]);
  return { turn, siblingLives: bodyOf(effects) === '2' };
}

function bodyOf(effects: readonly Effect[]): string | undefined {
  return effects.find((effect) => effect.kind === 'response')?.body;
}

function endOf({ effects }: Turn): string | undefined {
  return effects.find((effect) => effect.kind === 'exit')?.reason;
}

describe('code that never ends reaches its deadline, and its siblings live', () => {
  it.each([
    ['an endless loop', 'while (true);'],
    ['an endless loop that catches', 'for (;;) { try { for (;;); } catch {} finally { continue; } }'],
    [
      'endless promise jobs',
      'const again = () => { Promise.resolve().then(again); }; again(); await new Promise(() => {});',
    ],
    ['endless awaits', 'for (;;) await null;'],
    [
      'endless nextTick',
      'const again = () => process.nextTick(again); again(); await new Promise(() => {});',
    ],
    ['endless immediates', 'const again = () => setImmediate(again); again(); await new Promise(() => {});'],
    ['endless logging', "for (;;) console.log('x');"],
    ['endless logging of objects', 'for (;;) console.log({ a: [1, 2, 3] });'],
    ['a regular expression that backtracks', "return /^(a+)+$/.test('a'.repeat(40) + 'b');"],
    ['a generator without end', 'function* g() { for (;;) yield 1; } for (const x of g());'],
    ['sorting with a comparator that loops', '[3, 2, 1].sort(() => { for (;;); });'],
    ['a getter that loops in the result', 'return { get a() { for (;;); } };'],
    ['a toJSON that loops', 'return { toJSON() { for (;;); } };'],
    ['a proxy that answers for ever', 'return new Proxy({}, { ownKeys() { for (;;); } });'],
  ])('%s', (_name, body) => {
    const { turn, siblingLives } = attack(body);
    expect(turn).toMatchObject({ timedOut: true, ended: true, endedAt: DEADLINE });
    expect(siblingLives).toBe(true);
  });

  it('reaches even a deadline of 15 minutes, always at the same instruction', () => {
    const run = (): Turn => {
      const sandbox = createSandbox({ engine });
      const isolate = started(
        sandbox,
        `export const handler = async () => { let n = 0; for (;;) if (++n % 1e6 === 0) console.log(n); };`,
      );
      return isolate.invoke(NOW, (NOW + 900_000_000) as typeof NOW, invocation());
    };
    const [first, second] = [run(), run()];
    expect(first.timedOut).toBe(true);
    expect(first).toEqual(second);
  }, 60_000);
});

describe('code that eats memory is killed as Lambda kills it, and its siblings live', () => {
  it.each([
    ['arrays', 'const all = []; for (;;) all.push(new Array(1000).fill(1));'],
    ['small objects', 'const all = []; for (let i = 0; ; i++) all.push({ i });'],
    ['strings', "const all = []; for (let i = 0; ; i++) all.push('x'.repeat(100_000) + i);"],
    ['typed arrays', 'const all = []; for (;;) all.push(new Uint8Array(1 << 20).fill(7));'],
    ['one huge typed array', 'const a = new Uint8Array(2_000_000_000); for (;;) a[0]++;'],
    [
      'buffers',
      "const { Buffer } = await import('node:buffer'); const all = []; for (;;) all.push(Buffer.alloc(1 << 20, 1));",
    ],
    ['a map', 'const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });'],
    ['closures', 'const all = []; for (;;) { const x = new Array(100).fill(0); all.push(() => x); }'],
    ['a chain of promises without end', 'const again = () => Promise.resolve().then(again); await again();'],
    ['promises', 'const all = []; for (;;) all.push(new Promise(() => {}));'],
    [
      'memory while catching',
      'const all = []; for (;;) { try { all.push(new Array(10000).fill(1)); } catch {} }',
    ],
    ['timers', 'for (;;) setTimeout(() => {}, 1e6);'],
  ])('%s', (_name, body) => {
    const { turn, siblingLives } = attack(body);
    expect(turn.ended).toBe(true);
    expect(turn.timedOut ? 'timeout' : endOf(turn)).toBe('out-of-memory');
    expect(siblingLives).toBe(true);
  });

  it('kills at the end of an invocation that keeps too much', () => {
    const { turn } = attack(
      'globalThis.kept = Array.from({ length: 60 }, () => new Uint8Array(1 << 20)); return 1;',
    );
    expect(endOf(turn)).toBe('out-of-memory');
  });
});

describe('deep recursion is an error, never the end of the page', () => {
  it.each([
    ['functions', 'const f = () => f() + 1; f();'],
    ['methods through a proxy', 'const p = new Proxy({}, { get: () => p.x }); p.x;'],
    ['JSON.parse', "JSON.parse('['.repeat(200000));"],
    ['JSON.stringify', 'let o = {}; for (let i = 0; i < 200000; i++) o = { o }; return o;'],
    ['eval of brackets', "eval('('.repeat(200000));"],
    ['a regular expression', "new RegExp('('.repeat(100000) + ')'.repeat(100000)).test('');"],
    ['toString', 'let a = []; for (let i = 0; i < 200000; i++) a = [a]; return String(a);'],
    ['getters', 'const o = { get a() { return this.a; } }; return o.a;'],
    [
      'console.log of something deep',
      'let o = {}; for (let i = 0; i < 200000; i++) o = { o }; console.log(o); return 1;',
    ],
    [
      'structuredClone of something deep',
      'let o = {}; for (let i = 0; i < 200000; i++) o = { o }; structuredClone(o);',
    ],
    [
      'an error whose cause is deep',
      "let e = new Error('x'); for (let i = 0; i < 5000; i++) e = new Error('x', { cause: e }); throw e;",
    ],
  ])('%s', (_name, body) => {
    const { turn, siblingLives } = attack(body);
    const outcome = turn.effects.map(({ kind }) => kind);
    expect(turn.ended).toBe(false);
    expect(['error', 'response']).toContain(outcome.at(-1));
    expect(siblingLives).toBe(true);
  });
});
