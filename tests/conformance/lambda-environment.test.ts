import { describe, expect, it } from 'vitest';
import { min, ms, s, World } from './support/world';

const COUNTING = `
  import { existsSync, writeFileSync } from 'node:fs';
  let count = 0;
  export const handler = async (event) => {
    const found = existsSync('/tmp/note');
    writeFileSync('/tmp/note', 'x');
    count++;
    if (event.wait) await new Promise((done) => setTimeout(done, event.wait));
    if (event.hang) await new Promise((done) => setTimeout(done, 60_000));
    if (event.exit) process.exit(1);
    if (event.fail) throw new Error('boom');
    return { count, found };
  };`;

const PLAIN = `
  export const handler = async ({ wait }) => {
    if (wait) await new Promise((done) => setTimeout(done, wait));
  };`;

describe('execution environments', () => {
  it('[lambda.cold-start] the first invocation makes an environment and waits for it', () => {
    const world = new World({ code: PLAIN });
    const first = world.invoke();
    expect(first.cold).toBe(true);
    expect(world.environments).toHaveLength(1);
    expect(first.endedAt! - first.at).toBeGreaterThan(ms(first.durationMs! + first.initMs!));
    expect(world.cited).toContain('lambda.cold-start');
  });

  it('[lambda.environment-reuse] [lambda.environment-keeps] the next one finds variables and /tmp as they were', () => {
    const world = new World({ code: COUNTING });
    expect(world.invoke().body).toEqual({ count: 1, found: false });
    const second = world.invoke();
    expect(second.body).toEqual({ count: 2, found: true });
    expect(second).toMatchObject({ cold: false, initMs: undefined });
    expect(second.log.join('\n')).not.toContain('INIT_START');
    expect(world.environments).toHaveLength(1);
    expect(world.cited).toEqual(
      expect.arrayContaining(['lambda.environment-reuse', 'lambda.environment-keeps']),
    );
  });

  it('[lambda.environment-reuse] of several free environments the one used last is taken', () => {
    const world = new World({ code: PLAIN });
    world.invokeAtOnce(3, { wait: 50 });
    const last = world.invoke();
    for (let n = 0; n < 4; n++) expect(world.invoke().environment).toBe(last.environment);
  });

  it('[lambda.one-event-per-environment] [lambda.concurrency-needs-environments] 20 at once need 20 environments', () => {
    const world = new World({ code: PLAIN });
    const outcomes = world.invokeAtOnce(20, { wait: 50 });
    expect(outcomes.every(({ cold }) => cold)).toBe(true);
    expect(new Set(outcomes.map(({ environment }) => environment)).size).toBe(20);
    const again = world.invokeAtOnce(20, { wait: 50 });
    expect(again.some(({ cold }) => cold)).toBe(false);
    expect(world.environments).toHaveLength(20);
  });

  it('[lambda.environment-frozen] [lambda.background-work-frozen] a timer left over fires in the next invocation', () => {
    const world = new World({
      code: `
        let fired = 0;
        export const handler = async (event) => {
          if (event.start) setTimeout(() => { fired++; console.log('woken'); }, 1_000);
          await new Promise((done) => setTimeout(done, 5));
          return fired;
        };`,
    });
    expect(world.invoke({ start: true }).body).toBe(0);
    const atRest = world.views.logs.lines.items.length;
    world.wait(s(60));
    expect(world.views.logs.lines.items).toHaveLength(atRest);
    const second = world.invoke();
    expect(second.body).toBe(1);
    expect(second.log.join('\n')).toContain('woken');
    expect(second.durationMs).toBeLessThan(100);
  });

  it('[lambda.idle-reclaim] an environment that nothing calls is gone after 6 minutes, not before', () => {
    const world = new World({ code: COUNTING });
    world.invoke();
    world.wait(min(6) - s(1));
    expect(world.alive).toHaveLength(1);
    expect(world.invoke().cold).toBe(false);
    world.wait(min(6) - s(1));
    expect(world.alive).toHaveLength(1);
    world.wait(s(2));
    expect(world.alive).toHaveLength(0);
    expect(world.environments[0]!.reason).toBe('idle');
    expect(world.invoke()).toMatchObject({ cold: true, body: { count: 1, found: false } });
    expect(world.cited).toContain('lambda.idle-reclaim');
  });

  it('[lambda.maximum-age] an environment that is always in use is replaced all the same', () => {
    const world = new World({ code: PLAIN, quotas: { MaximumEnvironmentAge: 600 } });
    for (let n = 0; n < 30; n++) {
      world.invoke();
      world.wait(min(1));
    }
    const [first] = world.environments;
    expect(first).toMatchObject({ reason: 'age' });
    const age = first!.endedAt! - first!.startedAt;
    expect(age).toBeGreaterThanOrEqual(min(10));
    expect(age).toBeLessThan(min(22));
    expect(world.cited).toContain('lambda.maximum-age');
  });

  it('[lambda.init-phase] code outside the handler runs once, before the first event, and await is waited for', () => {
    const world = new World({
      code: `
        console.log('top');
        await new Promise((done) => setTimeout(done, 300));
        console.log('ready');
        export const handler = async () => console.log('handler');`,
    });
    const first = world.invoke();
    const lines = first.log.map((line) => line.split('\t').at(-1)!.split(' ')[0]);
    expect(lines.indexOf('top')).toBeLessThan(lines.indexOf('ready'));
    expect(lines.indexOf('ready')).toBeLessThan(lines.indexOf('START'));
    expect(lines.indexOf('START')).toBeLessThan(lines.indexOf('handler'));
    expect(first.initMs).toBeGreaterThan(300 + 100);
    expect(world.invoke().log.join()).not.toContain('top');
  });

  it('[lambda.init-duration] the same seed takes the same time, memory makes no difference, another seed another', () => {
    const init = (options: { seed?: number; memory?: number; runtime?: 'nodejs22.x' }) =>
      new World({
        code: PLAIN,
        ...options,
        properties: { MemorySize: options.memory ?? 128 },
      }).invoke().initMs!;
    expect(init({ seed: 1 })).toBe(init({ seed: 1 }));
    expect(init({ seed: 1 })).not.toBe(init({ seed: 2 }));
    expect(Math.abs(init({ seed: 3, memory: 128 }) - init({ seed: 3, memory: 1_769 }))).toBeLessThan(15);
    for (const seed of [4, 5, 6]) {
      expect(init({ seed })).toBeGreaterThan(100);
      expect(init({ seed, runtime: 'nodejs22.x' })).toBeLessThan(400);
    }
  });

  it('[lambda.init-limit] [lambda.suppressed-init] after 10 s Init starts again inside the invocation', () => {
    const world = new World({
      code: `
        import { existsSync, writeFileSync } from 'node:fs';
        const again = existsSync('/tmp/tried');
        writeFileSync('/tmp/tried', '');
        if (!again) await new Promise((done) => setTimeout(done, 11_000));
        export const handler = async () => 'ok';`,
      properties: { Timeout: 5 },
    });
    const first = world.invoke();
    expect(first).toMatchObject({ status: 200, functionError: undefined, body: 'ok', initMs: undefined });
    expect(first.log.filter((line) => line.startsWith('INIT_'))).toEqual([
      expect.stringMatching(/^INIT_START /),
      expect.stringMatching(/^INIT_REPORT Init Duration: 10000\.\d\d ms\tPhase: init\tStatus: timeout$/),
    ]);
    expect(first.durationMs).toBeGreaterThan(100);
    expect(first.report).not.toContain('Init Duration');
    expect(world.cited).toEqual(expect.arrayContaining(['lambda.init-limit', 'lambda.suppressed-init']));
  });

  it('[lambda.suppressed-init] the repeated Init has the timeout of the function', () => {
    const world = new World({
      code: `await new Promise((done) => setTimeout(done, 11_000)); export const handler = async () => 'ok';`,
      properties: { Timeout: 3 },
    });
    const first = world.invoke();
    expect(first.body).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/Task timed out after 3\.0\d seconds$/),
    });
    expect(first.log.filter((line) => line.startsWith('INIT_REPORT'))).toEqual([
      expect.stringMatching(/Phase: init\tStatus: timeout$/),
      expect.stringMatching(/Phase: invoke\tStatus: timeout$/),
    ]);
  });

  it.each([
    ['a timeout', { hang: true }],
    ['process.exit', { exit: true }],
  ])(
    '[lambda.reset-after-failure] %s loses variables, and keeps /tmp, the environment and its log',
    (_, event) => {
      const world = new World({ code: COUNTING });
      world.invoke();
      const failed = world.invoke(event);
      expect(failed.functionError).toBe('Unhandled');
      const next = world.invoke();
      expect(next).toMatchObject({
        environment: failed.environment,
        body: { count: 1, found: true },
        initMs: undefined,
      });
      expect(next.durationMs).toBeGreaterThan(100);
      expect(new Set(world.views.logs.lines.items.map(({ stream }) => stream)).size).toBe(1);
      expect(world.cited).toContain('lambda.reset-after-failure');
    },
  );

  it('[lambda.reset-after-failure] an error that the handler throws resets nothing', () => {
    const world = new World({ code: COUNTING });
    world.invoke();
    expect(world.invoke({ fail: true }).functionError).toBe('Unhandled');
    expect(world.invoke().body).toEqual({ count: 3, found: true });
  });

  it('[lambda.shutdown-phase] without extensions an environment ends without asking the code', () => {
    const world = new World({
      code: `
        for (const signal of ['SIGTERM', 'exit', 'beforeExit']) process.on(signal, () => console.log(signal));
        export const handler = async () => 'ok';`,
    });
    expect(world.invoke().body).toBe('ok');
    const lines = world.views.logs.lines.items.length;
    world.wait(min(7));
    expect(world.environments[0]!.endedAt).toBeDefined();
    expect(world.views.logs.lines.items).toHaveLength(lines);
    expect(world.cited).toContain('lambda.shutdown-phase');
  });

  it('[lambda.code-update] new code runs in new environments, and the old ones end', () => {
    const world = new World({ code: COUNTING });
    world.invoke();
    world.call('lambda:UpdateFunctionCode', {
      FunctionName: 'Orders',
      ZipFile: { 'index.mjs': `export const handler = async () => 'new';` },
    });
    expect(world.alive).toHaveLength(0);
    expect(world.invoke()).toMatchObject({ cold: true, body: 'new' });
    expect(world.cited).toContain('lambda.code-update');
  });
});
