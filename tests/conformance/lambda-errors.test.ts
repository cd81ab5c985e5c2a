import { describe, expect, it } from 'vitest';
import { World } from './support/world';

const NODE = ['nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const;
const handler = (body: string) => `export const handler = async (event, context) => { ${body} };`;

describe('errors', () => {
  it('[lambda.function-error] is answered with status 200 and Unhandled, also when the code threw on purpose', () => {
    for (const runtime of NODE) {
      const world = new World({ code: handler(`throw new Error('boom');`), runtime });
      expect(world.invoke()).toMatchObject({ status: 200, functionError: 'Unhandled', error: undefined });
      expect(world.cited).toContain('lambda.function-error');
    }
  });

  it('[lambda.error-payload] the payload has errorType, errorMessage and trace; the log has stack instead', () => {
    for (const runtime of NODE) {
      const world = new World({ code: `\n\n${handler(`throw new TypeError('boom');`)}`, runtime });
      const outcome = world.invoke();
      expect(Object.keys(outcome.body as object)).toEqual(['errorType', 'errorMessage', 'trace']);
      expect(outcome.body).toMatchObject({
        errorType: 'TypeError',
        errorMessage: 'boom',
        trace: expect.arrayContaining([
          'TypeError: boom',
          expect.stringMatching(/\/var\/task\/index\.mjs:3:\d+/),
        ]),
      });
      const line = outcome.log.find((text) => text.includes('\tERROR\tInvoke Error \t'))!;
      const logged = JSON.parse(line.split('\t').at(-1)!);
      expect(logged).toMatchObject({
        errorType: 'TypeError',
        errorMessage: 'boom',
        stack: expect.arrayContaining(['TypeError: boom']),
      });
      expect(logged).not.toHaveProperty('trace');
      expect(outcome.position).toMatchObject({ file: 'index.mjs', line: 3 });
    }
  });

  it('[lambda.error-payload] a class of its own shows its name only if it sets name', () => {
    const code = (set: string) => handler(`class Lost extends Error { ${set} } throw new Lost('x');`);
    expect(new World({ code: code('') }).invoke().body).toMatchObject({ errorType: 'Error' });
    expect(new World({ code: code(`name = 'Lost'`) }).invoke().body).toMatchObject({ errorType: 'Lost' });
  });

  it('[lambda.thrown-value] a thrown string keeps its text, a thrown object loses its content', () => {
    for (const runtime of ['nodejs20.x', 'nodejs22.x'] as const) {
      expect(new World({ code: handler(`throw 'just text';`), runtime }).invoke().body).toEqual({
        errorType: 'string',
        errorMessage: 'just text',
        trace: [],
      });
      expect(new World({ code: handler(`throw { code: 7 };`), runtime }).invoke().body).toEqual({
        errorType: 'object',
        errorMessage: '[object Object]',
        trace: [],
      });
    }
    expect(new World({ code: handler(`throw 'just text';`) }).invoke().body).toMatchObject({
      errorType: 'string',
      errorMessage: 'just text',
    });
  });

  it.each([
    ['a circle', `const a = {}; a.a = a; return a;`],
    ['a BigInt', `return { n: 1n };`],
    ['a toJSON that throws', `return { toJSON() { throw new Error('no'); } };`],
  ])('[lambda.result-not-serialisable] %s is an error, and the environment lives on', (_, body) => {
    for (const runtime of NODE) {
      const world = new World({
        code: `let n = 0; export const handler = async (event) => { n++; if (event.ok) return n; ${body} };`,
        runtime,
      });
      expect(world.invoke().body).toMatchObject({
        errorType: runtime === 'nodejs24.x' ? 'Runtime.JSONStringifyError' : 'Error',
        errorMessage: 'Unable to stringify response body',
      });
      expect(world.invoke({ ok: true }).body).toBe(2);
    }
  });

  it.each([
    ['undefined', 'null'],
    ['null', 'null'],
    [`'x'`, '"x"'],
    ['new Map([[1, 2]])', '{}'],
    ['new Set([1])', '{}'],
    [`new Error('kept back')`, '{}'],
    ['new Date(0)', '"1970-01-01T00:00:00.000Z"'],
    [`Buffer.from('ab')`, '{"type":"Buffer","data":[97,98]}'],
  ])('[lambda.result-not-serialisable] %s arrives as %s', (value, text) => {
    for (const runtime of NODE)
      expect(new World({ code: handler(`return ${value};`), runtime }).invoke().payload).toBe(text);
  });

  it('[lambda.timeout] an invocation ends at its timeout: waiting, computing, or in microtasks without end', () => {
    for (const body of [
      `await new Promise((done) => setTimeout(done, 60_000));`,
      `while (true);`,
      `for (;;) await null;`,
    ]) {
      const world = new World({ code: handler(body), properties: { Timeout: 1 } });
      const outcome = world.invoke();
      expect(outcome).toMatchObject({ status: 200, functionError: 'Unhandled' });
      expect(outcome.body).toEqual({
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${outcome.requestId} Error: Task timed out after 1.00 seconds`,
      });
      expect(outcome.durationMs).toBeCloseTo(1_000, -1);
      expect(world.cited).toContain('lambda.timeout');
    }
  });

  it('[lambda.out-of-memory] REPORT names it, and the next invocation starts the process again', () => {
    const world = new World({
      code: `let n = 0; export const handler = async (event) => { n++; if (event.ok) return n; const all = []; while (true) all.push(new Uint8Array(1_000_000).fill(1)); };`,
      properties: { Timeout: 60 },
    });
    world.invoke({ ok: true });
    const outcome = world.invoke();
    expect(outcome).toMatchObject({ status: 200, functionError: 'Unhandled' });
    expect(outcome.report).toMatch(/\tStatus: error\tError Type: Runtime\.OutOfMemory$/);
    expect(world.invoke({ ok: true })).toMatchObject({ body: 1, environment: outcome.environment });
    expect(world.cited).toContain('lambda.reset-after-failure');
  });

  it('[lambda.init-error] a failing Init is tried twice, then answered; every later invocation repeats it', () => {
    for (const runtime of NODE) {
      const world = new World({ code: `throw new RangeError('top'); export const handler = 1;`, runtime });
      const first = world.invoke();
      expect(first).toMatchObject({
        status: 200,
        functionError: 'Unhandled',
        body: { errorType: 'RangeError', errorMessage: 'top' },
        initMs: undefined,
      });
      expect(first.log.filter((line) => line.startsWith('INIT_REPORT'))).toHaveLength(2);
      const second = world.invoke();
      expect(second.body).toMatchObject({ errorType: 'RangeError' });
      expect(second.environment).toBe(first.environment);
      expect(second.log.filter((line) => line.startsWith('INIT_REPORT'))).toHaveLength(1);
      expect(world.cited).toContain('lambda.init-error');
    }
  });
});
