import { describe, expect, it } from 'vitest';
import { World } from './support/world';

const HELLO = `console.log('init'); export const handler = async (event) => { console.log('hello', { a: { b: { c: { d: 1 } } } }); return 1; };`;

describe('logs', () => {
  it('[lambda.log-stream-per-environment] each environment has a stream named by date, version and 32 digits', () => {
    const world = new World({ code: HELLO });
    world.invokeAtOnce(3);
    world.invoke();
    const lines = world.views.logs.lines.items;
    const streams = new Set(lines.map(({ stream }) => stream));
    expect(streams.size).toBe(3);
    for (const stream of streams) expect(stream).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
    expect(new Set(lines.map(({ group }) => group))).toEqual(new Set(['/aws/lambda/Orders']));
    expect(world.cited).toContain('lambda.log-stream-per-environment');
  });

  it('[lambda.log-init-start] [lambda.log-start-end-report] a cold start and a warm one, line by line', () => {
    const world = new World({ code: HELLO });
    const cold = world.invoke();
    const id = cold.requestId;
    expect(cold.log).toEqual([
      expect.stringMatching(
        /^INIT_START Runtime Version: nodejs:24\.v\d+\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:[0-9a-f]{60,64}$/,
      ),
      expect.stringMatching(/\tINFO\tinit$/),
      `START RequestId: ${id} Version: $LATEST`,
      expect.stringMatching(/\tINFO\thello /),
      `END RequestId: ${id}`,
      expect.stringMatching(
        new RegExp(
          `^REPORT RequestId: ${id}\\tDuration: \\d+\\.\\d\\d ms\\tBilled Duration: \\d+ ms\\tMemory Size: 128 MB\\tMax Memory Used: \\d+ MB\\tInit Duration: \\d+\\.\\d\\d ms\\t$`,
        ),
      ),
    ]);
    const warm = world.invoke();
    expect(warm.log.map((line) => line.split(/[ \t]/)[0])).toEqual([
      'START',
      expect.stringMatching(/^\d{4}-/),
      'END',
      'REPORT',
    ]);
    expect(warm.report).not.toContain('Init Duration');
    expect(world.cited).toEqual(
      expect.arrayContaining(['lambda.log-init-start', 'lambda.log-start-end-report']),
    );
  });

  it('[lambda.log-init-report] a failed Init is told in the order that AWS has, with phase, status and type', () => {
    const world = new World({ code: `export const other = 1;` });
    const { log, requestId } = world.invoke();
    expect(log).toEqual([
      expect.stringMatching(/^INIT_START /),
      expect.stringMatching(/\tERROR\t/),
      expect.stringMatching(
        /^INIT_REPORT Init Duration: \d+\.\d\d ms\tPhase: init\tStatus: error\tError Type: Runtime\.HandlerNotFound$/,
      ),
      expect.stringMatching(/\tERROR\t/),
      expect.stringMatching(
        /^INIT_REPORT Init Duration: \d+\.\d\d ms\tPhase: invoke\tStatus: error\tError Type: Runtime\.HandlerNotFound$/,
      ),
      `START RequestId: ${requestId} Version: $LATEST`,
      `END RequestId: ${requestId}`,
      expect.stringMatching(/Max Memory Used: \d+ MB\tStatus: error\tError Type: Runtime\.HandlerNotFound$/),
    ]);
    expect(world.cited).toContain('lambda.init-error');
  });

  it('[lambda.log-console-format] time, request id, level and text stand between tabs', () => {
    const code = `
      console.log('before');
      export const handler = async () => {
        console.log('log %s', 'a', { deep: { deeper: { deepest: { gone: 1 } } } });
        console.info('info');
        console.debug('debug');
        console.warn('warn');
        console.error('error');
        console.log('two\\nlines');
        process.stdout.write('raw\\n');
      };`;
    for (const [runtime, none] of [
      ['nodejs20.x', 'undefined'],
      ['nodejs22.x', 'undefined'],
      ['nodejs24.x', '-'],
    ] as const) {
      const { log, requestId } = new World({ code, runtime }).invoke();
      const at = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
      const line = (id: string, level: string, text: string): unknown =>
        expect.stringMatching(new RegExp(`^${at}\\t${id}\\t${level}\\t${text}$`));
      expect(log).toContainEqual(line(none, 'INFO', 'before'));
      expect(log).toContainEqual(
        line(requestId, 'INFO', 'log a \\{ deep: \\{ deeper: \\{ deepest: \\[Object\\] \\} \\} \\}'),
      );
      expect(log).toContainEqual(line(requestId, 'INFO', 'info'));
      expect(log).toContainEqual(line(requestId, 'DEBUG', 'debug'));
      expect(log).toContainEqual(line(requestId, 'WARN', 'warn'));
      expect(log).toContainEqual(line(requestId, 'ERROR', 'error'));
      expect(log).toContainEqual(line(requestId, 'INFO', 'two\\nlines'));
      expect(log).toContain('raw');
    }
  });

  it('[lambda.log-failure-status] REPORT names a timeout and a crash, and not an error of the handler', () => {
    const world = new World({
      code: `
        export const handler = async ({ how }) => {
          if (how === 'hang') await new Promise((done) => setTimeout(done, 60_000));
          if (how === 'exit') process.exit(1);
          throw new Error('thrown');
        };`,
    });
    const hung = world.invoke({ how: 'hang' });
    expect(hung.report).toMatch(/\tStatus: timeout$/);
    expect(hung.log.join('\n')).not.toContain('Task timed out');
    expect(world.invoke({ how: 'exit' }).report).toMatch(/\tStatus: error\tError Type: Runtime\.ExitError$/);
    expect(world.invoke({ how: 'throw' }).report).not.toContain('Status');
    expect(world.cited).toContain('lambda.log-failure-status');
  });

  it('[lambda.max-memory-used] it is the most that the environment has used, and never falls', () => {
    const world = new World({
      code: `export const handler = async ({ mb }) => { const held = []; for (let n = 0; n < mb; n++) held.push(new Uint8Array(1_048_576).fill(1)); await new Promise((done) => setTimeout(done, 1)); return held.length; };`,
      properties: { MemorySize: 512 },
    });
    const small = world.invoke({ mb: 1 }).maxMemoryUsedMB!;
    const large = world.invoke({ mb: 100 }).maxMemoryUsedMB!;
    expect(small).toBeGreaterThan(70);
    expect(small).toBeLessThan(100);
    expect(large).toBeGreaterThanOrEqual(small + 90);
    expect(world.invoke({ mb: 1 }).maxMemoryUsedMB).toBe(large);
  });
});
