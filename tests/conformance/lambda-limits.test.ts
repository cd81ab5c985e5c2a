import { describe, expect, it } from 'vitest';
import { World } from './support/world';

const ECHO = `export const handler = async (event) => event;`;
const configured = (properties: object) => new World({ code: ECHO, properties: { ...properties } });

describe('payloads', () => {
  it('[lambda.request-payload-limit] 6,291,456 bytes are taken, one more is 413 and runs no code', () => {
    const world = new World({ code: `export const handler = async (event) => event.length;` });
    const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));
    const call = (bytes: number) =>
      world.call('lambda:Invoke', { FunctionName: 'Orders', Payload: text(bytes) })[0]!;
    expect(call(6_291_456)).toMatchObject({ status: 200, body: 6_291_454 });
    const refused = call(6_291_457);
    expect(refused).toMatchObject({ status: 413, error: 'RequestEntityTooLargeException' });
    expect(refused.payload).toContain(
      'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    );
    expect(world.environments[0]!.invocations).toBe(1);
    expect(world.cited).toContain('lambda.request-payload-limit');
  });

  it('[lambda.response-payload-limit] a larger result is a function error, and the environment is unharmed', () => {
    const world = new World({
      code: `let n = 0; export const handler = async ({ size }) => { n++; return size ? 'x'.repeat(size - 2) : n; };`,
      properties: { MemorySize: 512 },
    });
    expect(world.invoke({ size: 6_291_556 }).functionError).toBeUndefined();
    const over = world.invoke({ size: 6_291_557 });
    expect(over.status).toBe(200);
    expect(over.body).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
    expect(world.invoke({}).body).toBe(3);
    expect(world.cited).toContain('lambda.response-payload-limit');
  });
});

describe('files', () => {
  it('[lambda.tmp-limit] [lambda.ephemeral-storage-setting] /tmp takes what it is set to, then says ENOSPC', () => {
    const world = new World({
      code: `
        import { writeFileSync } from 'node:fs';
        const block = Buffer.alloc(32 * 1024 * 1024);
        export const handler = async ({ name }) => {
          try {
            writeFileSync('/tmp/' + name, block);
          } catch (error) {
            return [error.code, error.message];
          }
          return 'written';
        };`,
      properties: { MemorySize: 1_769, Timeout: 60, EphemeralStorage: { Size: 512 } },
    });
    for (let name = 0; name < 16; name++) expect(world.invoke({ name }).body).toBe('written');
    const [code, message] = world.invoke({ name: 16 }).body as [string, string];
    expect(code).toBe('ENOSPC');
    expect(message).toMatch(/^ENOSPC: no space left on device, /);
    expect(world.invoke({ name: 15 }).body).toBe('written');
  });

  it('[lambda.code-read-only] the code can be read, not written', () => {
    const world = new World({
      code: {
        'index.mjs': `
          import { readFileSync, writeFileSync } from 'node:fs';
          export const handler = async () => {
            const read = readFileSync('/var/task/data.txt', 'utf8');
            try { writeFileSync('/var/task/data.txt', 'new'); } catch (error) { return [read, error.code]; }
          };`,
        'data.txt': 'as deployed',
      },
    });
    expect(world.invoke().body).toEqual(['as deployed', 'EROFS']);
  });
});

describe('settings', () => {
  it.each([
    ['[lambda.memory-setting] memory', (MemorySize: number) => ({ MemorySize }), 128, 10_240],
    ['[lambda.timeout-setting] timeout', (Timeout: number) => ({ Timeout }), 1, 900],
    [
      '[lambda.ephemeral-storage-setting] /tmp',
      (Size: number) => ({ EphemeralStorage: { Size } }),
      512,
      10_240,
    ],
  ])('%s can be set within its range, in whole steps, and not beyond', (_, property, least, most) => {
    for (const value of [least, most]) expect(() => configured(property(value))).not.toThrow();
    for (const value of [least - 1, most + 1, least + 0.5])
      expect(() => configured(property(value))).toThrow(/Member must have value|whole number/);
  });

  it('[lambda.memory-setting] [lambda.timeout-setting] [lambda.ephemeral-storage-setting] defaults: 128 MB, 3 s, 512 MB', () => {
    const [found] = configured({}).simulation.scenario.functions.values();
    expect(found).toMatchObject({ memorySize: 128, timeout: 3, ephemeralStorage: 512 });
  });

  it('[lambda.environment-variables] they are there from the start, beside those of Lambda', () => {
    const world = new World({
      code: `
        const { TABLE, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, AWS_LAMBDA_FUNCTION_MEMORY_SIZE, _HANDLER, TZ } = process.env;
        export const handler = async () => ({ TABLE, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, AWS_LAMBDA_FUNCTION_MEMORY_SIZE, _HANDLER, TZ });`,
      properties: { Environment: { Variables: { TABLE: 'orders' } } },
    });
    expect(world.invoke().body).toEqual({
      TABLE: 'orders',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'Orders',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      _HANDLER: 'index.handler',
      TZ: ':UTC',
    });
  });

  it('[lambda.environment-variables] 4 KB in all, measured as JSON; a name has a form', () => {
    const set = (Variables: object) => configured({ Environment: { Variables } });
    const overhead = JSON.stringify({ AB: '' }).length;
    expect(() => set({ AB: 'x'.repeat(4_096 - overhead) })).not.toThrow();
    expect(() => set({ AB: 'x'.repeat(4_097 - overhead) })).toThrow(/exceeded the 4KB limit/);
    for (const name of ['A', '1AB', 'A-B', '_AB']) expect(() => set({ [name]: 'x' })).toThrow(/pattern/);
  });

  it.each(['AWS_REGION', 'AWS_LAMBDA_FUNCTION_NAME', 'AWS_ACCESS_KEY_ID', '_HANDLER', 'LAMBDA_TASK_ROOT'])(
    '[lambda.reserved-environment-variables] %s is refused',
    (name) => {
      expect(() => configured({ Environment: { Variables: { [name]: 'x' } } })).toThrow(/reserved keys/);
    },
  );

  it('[lambda.reserved-environment-variables] TZ and NODE_OPTIONS may be set', () => {
    const Variables = { TZ: 'Europe/Vienna', NODE_OPTIONS: '--enable-source-maps' };
    expect(() => configured({ Environment: { Variables } })).not.toThrow();
  });

  it('[lambda.cpu-share] computing takes 1,769 MB ÷ memory times as long, and above 1,769 MB no less', () => {
    const computing = (memory: number) => {
      const world = new World({
        code: `export const handler = async ({ rounds }) => { let sum = 0; for (let i = 0; i < rounds; i++) sum += i; return sum; };`,
        properties: { MemorySize: memory, Timeout: 30 },
      });
      world.invoke({ rounds: 0 });
      return world.invoke({ rounds: 400_000 }).durationMs! - world.invoke({ rounds: 0 }).durationMs!;
    };
    const whole = computing(1_769);
    expect(whole).toBeGreaterThan(4);
    expect(computing(442) / whole).toBeCloseTo(1_769 / 442, 1);
    expect(computing(128) / whole).toBeCloseTo(1_769 / 128, 1);
    expect(computing(3_538) / whole).toBeCloseTo(1, 2);
  });

  it('[lambda.cpu-share] waiting takes as long as ever', () => {
    const wait = (memory: number) =>
      new World({
        code: `export const handler = async () => { await new Promise((done) => setTimeout(done, 1_000)); };`,
        properties: { MemorySize: memory },
      }).invoke().durationMs!;
    expect(wait(128) - wait(1_769)).toBeLessThan(40);
  });
});
