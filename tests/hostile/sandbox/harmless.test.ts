import { describe, expect, it } from 'vitest';
import { mebibytes } from '$lib/kernel/units';
import type { Effect, Isolate, Sandbox, Turn } from '$lib/sandbox/isolate';
import { loadEngine } from '$lib/sandbox/load-node';
import { createSandbox } from '$lib/sandbox/sandbox';
import { DEADLINE, NOW, invocation, isolateOptions } from '$lib/sandbox/testing';

const engine = await loadEngine();

function start(sandbox: Sandbox, code: string): Isolate {
  const options = isolateOptions(sandbox, { 'index.mjs': code }, { heapLimit: mebibytes(300) });
  const isolate = sandbox.createIsolate(options);
  isolate.start(NOW, DEADLINE);
  return isolate;
}

function invoke(body: string, event: unknown = {}): Turn {
  const sandbox = createSandbox({ engine });
  return start(sandbox, `export const handler = async (event, context) => { ${body} };`).invoke(
    NOW,
    DEADLINE,
    invocation(event),
  );
}

function lastOf({ effects }: Turn): Effect | undefined {
  return effects.at(-1);
}

describe('nothing that a handler returns, throws or touches reaches the host', () => {
  it.each([
    ['__proto__ in the event', 'return event;', '{"__proto__":{"polluted":true}}'],
    ['__proto__ in the result', `return JSON.parse('{"__proto__":{"polluted":true}}');`, '{}'],
    ['a polluted Object.prototype', 'Object.prototype.polluted = true; return {};', '{}'],
    [
      'a polluted error',
      `throw Object.assign(new Error('x'), JSON.parse('{"__proto__":{"polluted":true}}'));`,
      '{}',
    ],
    [
      'a logged __proto__',
      `console.log(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')); return 1;`,
      '{}',
    ],
    [
      'constructor.constructor',
      `return typeof event.constructor.constructor('return this')().process.mainModule;`,
      '{}',
    ],
    [
      'the host function of a built-in',
      `return typeof console.log.constructor('return globalThis')().host;`,
      '{}',
    ],
    [
      'a replaced JSON',
      `JSON.stringify = () => 'not json'; JSON.parse = () => { throw 1; }; return { a: 1 };`,
      '{}',
    ],
    [
      'a replaced Promise.prototype.then',
      `Promise.prototype.then = function () { throw new Error('mine'); }; return 1;`,
      '{}',
    ],
    [
      'a replaced Array.prototype',
      `Array.prototype.push = () => { throw 1; }; Array.prototype[Symbol.iterator] = () => { throw 1; }; console.log({ a: [1] }); return 1;`,
      '{}',
    ],
    ['a getter that throws in the result', `return { get a() { throw new Error('mine'); } };`, '{}'],
    [
      'a proxy in the result',
      `return new Proxy({}, { get() { throw new Error('mine'); }, ownKeys() { throw new Error('mine'); } });`,
      '{}',
    ],
    [
      'a proxy that is thrown',
      `throw new Proxy(new Error('x'), { get() { throw new Error('mine'); }, getPrototypeOf() { throw new Error('mine'); } });`,
      '{}',
    ],
    [
      'an error whose stack throws',
      `const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { throw 1; } }); throw e;`,
      '{}',
    ],
    [
      'an error whose message is a symbol',
      `const e = new Error('x'); e.message = Symbol('m'); throw e;`,
      '{}',
    ],
    ['an error whose toString throws', `throw { toString() { throw 1; } };`, '{}'],
    [
      'a revoked proxy in the log',
      `const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); console.log(proxy); return 1;`,
      '{}',
    ],
    [
      'a custom inspection that throws',
      `console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('mine'); } }); return 1;`,
      '{}',
    ],
    [
      'HTML in everything',
      `console.log('<img src=x onerror=alert(1)>'); throw new Error('<script>alert(1)</script>');`,
      '{}',
    ],
    ['NUL and lone surrogates', `console.log('a\\u0000b\\ud800'); return 'a\\u0000b\\ud800';`, '{}'],
    [
      'the forged bridge',
      `return String(Object.getOwnPropertySymbols(globalThis).map((s) => typeof globalThis[s]));`,
      '{}',
    ],
    [
      'a deleted world',
      `for (const name of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[name]; } catch {} } return 1;`,
      '{}',
    ],
  ])('%s', (_name, body, eventJson) => {
    const sandbox = createSandbox({ engine });
    const isolate = start(sandbox, `export const handler = async (event, context) => { ${body} };`);
    const turn = isolate.invoke(NOW, DEADLINE, { ...invocation(), event: eventJson });
    expect(turn.timedOut).toBe(false);
    expect(['response', 'error', 'exit']).toContain(lastOf(turn)?.kind);
    expect(lastOf(turn)).not.toMatchObject({ reason: 'crash' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(structuredClone(turn.effects)).toEqual(turn.effects);
    const next = start(sandbox, `export const handler = async () => ({}).polluted ?? 'clean';`);
    expect(next.invoke(NOW, DEADLINE, invocation()).effects).toMatchObject([{ body: '"clean"' }]);
  });

  it('shows no clock and no chance of the host: two runs are equal to the byte', () => {
    const body = `console.log(Date.now(), new Date(), Math.random(), performance.now(), process.hrtime(), process.memoryUsage(), process.uptime());
      for (let i = 0; i < 1e6; i++); const { randomUUID } = await import('node:crypto');
      return [Date.now(), Math.random(), randomUUID(), new Error('x').stack];`;
    const [first, second] = [invoke(body), invoke(body)];
    expect(first).toEqual(second);
    expect(lastOf(first)?.kind).toBe('response');
  });
});

describe('floods are bounded', () => {
  it('a million log lines: 10,000 are kept, and one line says how many are not', () => {
    const turn = invoke(`for (let i = 0; i < 1e6; i++) console.log('line ' + i); return 1;`);
    const lines = turn.effects.filter(({ kind }) => kind === 'log');
    expect(lines.length).toBeLessThanOrEqual(10_000);
    const note = turn.effects.findLast((effect) => effect.kind === 'stdout');
    expect(note).toMatchObject({ text: expect.stringMatching(/^\d+ more log lines are not shown/) });
  });

  it('a 50 MB result is handed over whole, for the service to refuse', () => {
    const turn = invoke(`return 'x'.repeat(50_000_000);`);
    const last = lastOf(turn);
    expect(last?.kind === 'response' ? last.body.length : last).toBe(50_000_002);
  });

  it('a result beyond 64 MB is cut, and still too large for Lambda', () => {
    const last = lastOf(invoke(`return 'x'.repeat(70_000_000);`));
    expect(last?.kind === 'response' ? last.body.length : last).toBeLessThanOrEqual(67_108_864);
  });

  it('a huge native operation stays inside its memory', () => {
    const turn = invoke(`return (new Array(2e7) + '').length;`);
    expect(turn.ended || lastOf(turn)?.kind === 'response' || lastOf(turn)?.kind === 'error').toBe(true);
  });
});

describe('an instance that breaks', () => {
  /** Known to abort QuickJS when the runtime is freed (quickjs-emscripten issue 269), in some builds. */
  const LEAK = `export const handler = async () => { await Promise.all(Array.from({ length: 50_000 }, async (_, i) => ({ i, a: { b: [i] } }))); return 1; };`;

  it('does no harm when freeing an isolate aborts it', () => {
    const sandbox = createSandbox({ engine });
    for (let round = 0; round < 3; round++) {
      const isolate = start(sandbox, LEAK);
      isolate.invoke(NOW, DEADLINE, invocation());
      expect(() => isolate.dispose()).not.toThrow();
    }
    const next = start(sandbox, `export const handler = async () => 'fine';`);
    expect(next.invoke(NOW, DEADLINE, invocation()).effects).toMatchObject([{ body: '"fine"' }]);
  });

  it('is discarded: its environments end as crashed, the next isolate gets a new instance', () => {
    const sandbox = createSandbox({ engine });
    const victim = start(sandbox, `export const handler = async () => 1;`);
    const culprit = start(sandbox, `export const handler = async () => 1;`);
    breakInstanceOf(culprit);
    expect(victim.invoke(NOW, DEADLINE, invocation())).toMatchObject({
      ended: true,
      effects: [{ kind: 'exit', reason: 'crash', signal: 'aborted' }],
    });
    expect(() => victim.dispose()).not.toThrow();
    const next = start(sandbox, `export const handler = async () => 'fine';`);
    expect(next.invoke(NOW, DEADLINE, invocation()).effects).toMatchObject([{ body: '"fine"' }]);
  });
});

/** Makes the instance trap, as nothing that a handler can do here is known to. */
function breakInstanceOf(isolate: Isolate): void {
  const { instance } = isolate as unknown as { instance: { memory: WebAssembly.Memory } };
  new Uint8Array(instance.memory.buffer).fill(0xff);
  const { effects } = isolate.invoke(NOW, DEADLINE, invocation());
  expect(effects).toMatchObject([{ kind: 'exit', reason: 'crash' }]);
}
