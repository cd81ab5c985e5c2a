import { describe, expect, it } from 'vitest';
import { World } from './support/world';

const NODE = ['nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const;
const OLD = ['nodejs20.x', 'nodejs22.x'] as const;

describe('loading the handler', () => {
  it('[lambda.handler-string] file and export come from the Handler setting, folders and nested exports too', () => {
    const world = new World({
      code: { 'src/api.mjs': `export const v1 = { get: async () => 'got' };` },
      properties: { Handler: 'src/api.v1.get' },
    });
    expect(world.invoke().body).toBe('got');
  });

  it('[lambda.handler-string] a handler without a dot is malformed', () => {
    const world = new World({
      code: `export const handler = async () => 1;`,
      properties: { Handler: 'index' },
    });
    expect(world.invoke().body).toMatchObject({
      errorType: 'Runtime.MalformedHandlerName',
      errorMessage: 'Bad handler',
    });
  });

  it.each([
    [
      '.mjs is an ES module',
      { 'index.mjs': `export const handler = async () => typeof require;` },
      'undefined',
    ],
    ['.cjs is CommonJS', { 'index.cjs': `exports.handler = async () => typeof require;` }, 'function'],
    ['.js is CommonJS', { 'index.js': `exports.handler = async () => typeof require;` }, 'function'],
    [
      '.js under "type": "module" is an ES module',
      {
        'index.js': `export const handler = async () => typeof require;`,
        'package.json': '{"type": "module"}',
      },
      'undefined',
    ],
  ])('[lambda.module-format] %s', (_, code, body) => {
    for (const runtime of NODE) expect(new World({ code, runtime }).invoke().body).toBe(body);
  });

  it('[lambda.import-module-error] a missing file, and a missing module behind require', () => {
    for (const runtime of NODE) {
      const gone = new World({
        code: `export const handler = 1`,
        runtime,
        properties: { Handler: 'other.handler' },
      });
      expect(gone.invoke().body).toMatchObject({
        errorType: 'Runtime.ImportModuleError',
        errorMessage: expect.stringContaining("Cannot find module 'other'"),
      });
      const inside = new World({
        code: { 'index.js': `require('left-pad'); exports.handler = () => 1;` },
        runtime,
      });
      const outcome = inside.invoke();
      expect(outcome.body).toMatchObject({
        errorType: 'Runtime.ImportModuleError',
        errorMessage: expect.stringMatching(/^Error: Cannot find module 'left-pad'/),
      });
      expect(inside.cited).toContain('lambda.import-module-error');
    }
  });

  it('[lambda.user-code-syntax-error] code that does not parse', () => {
    for (const runtime of NODE) {
      const world = new World({ code: `export const handler = async () => {`, runtime });
      expect(world.invoke().body).toMatchObject({
        errorType: 'Runtime.UserCodeSyntaxError',
        errorMessage: expect.stringMatching(/^SyntaxError: /),
      });
      expect(world.cited).toContain('lambda.user-code-syntax-error');
    }
  });

  it('[lambda.handler-not-found] an export that is missing, or no function', () => {
    for (const runtime of NODE) {
      const missing = new World({ code: `export const other = async () => 1;`, runtime });
      expect(missing.invoke().body).toMatchObject({
        errorType: 'Runtime.HandlerNotFound',
        errorMessage: 'index.handler is undefined or not exported',
      });
      const noFunction = new World({ code: `export const handler = 42;`, runtime });
      expect(noFunction.invoke().body).toMatchObject({
        errorType: 'Runtime.HandlerNotFound',
        errorMessage: 'index.handler is not a function',
      });
      expect(missing.cited).toContain('lambda.handler-not-found');
    }
  });
});

describe('answering', () => {
  const CALLBACK = {
    'index.js': `exports.handler = (event, context, callback) => { callback(null, 'called'); };`,
  };

  it('[lambda.callbacks-removed] Node.js 24 refuses three parameters, earlier ones take them', () => {
    const refused = new World({ code: CALLBACK, runtime: 'nodejs24.x' });
    expect(refused.invoke().body).toMatchObject({
      errorType: 'Runtime.CallbackHandlerDeprecated',
      errorMessage: expect.stringContaining('has removed support for callback-based function handlers'),
    });
    expect(refused.cited).toContain('lambda.callbacks-removed');
    for (const runtime of OLD) expect(new World({ code: CALLBACK, runtime }).invoke().body).toBe('called');
  });

  it('[lambda.async-handler] the promise of the handler is the answer, and nothing else is waited for', () => {
    for (const runtime of NODE) {
      const world = new World({
        code: `
          export const handler = async () => {
            setTimeout(() => {}, 2_000);
            await new Promise((done) => setTimeout(done, 20));
            return 'answer';
          };`,
        runtime,
      });
      const outcome = world.invoke();
      expect(outcome.body).toBe('answer');
      expect(outcome.durationMs).toBeGreaterThanOrEqual(20);
      expect(outcome.durationMs).toBeLessThan(200);
    }
  });

  it('[lambda.sync-return-ignored] the value of a synchronous handler counts from Node.js 24 on', () => {
    const code = `export const handler = () => 'value';`;
    for (const runtime of OLD) expect(new World({ code, runtime }).invoke().body).toBeNull();
    expect(new World({ code, runtime: 'nodejs24.x' }).invoke().body).toBe('value');
  });

  it('[lambda.callback-waits-for-empty-event-loop] a callback waits for open timers, unless told not to', () => {
    const handler = (waits: boolean) => ({
      'index.js': `
        exports.handler = (event, context, callback) => {
          context.callbackWaitsForEmptyEventLoop = ${waits};
          setTimeout(() => {}, 500);
          callback(null, 'called');
        };`,
    });
    const waiting = new World({ code: handler(true), runtime: 'nodejs22.x' }).invoke();
    expect(waiting.body).toBe('called');
    expect(waiting.durationMs).toBeGreaterThanOrEqual(500);
    const atOnce = new World({ code: handler(false), runtime: 'nodejs22.x' }).invoke();
    expect(atOnce.body).toBe('called');
    expect(atOnce.durationMs).toBeLessThan(100);
  });

  it('[lambda.unsettled-promise] a promise that never settles: NodeJsExit up to Node.js 22, ExitError on 24', () => {
    const code = `let n = 0; export const handler = async (event) => (event.ok ? ++n : new Promise(() => {}));`;
    for (const runtime of OLD) {
      const world = new World({ code, runtime });
      world.invoke({ ok: true });
      expect(world.invoke().body).toMatchObject({ errorType: 'Runtime.NodeJsExit' });
      expect(world.invoke({ ok: true }).body).toBe(2);
      expect(world.cited).toContain('lambda.unsettled-promise');
    }
    const world = new World({ code, runtime: 'nodejs24.x' });
    world.invoke({ ok: true });
    expect(world.invoke().body).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(/Runtime exited without providing a reason$/),
    });
    expect(world.invoke({ ok: true }).body).toBe(1);
  });

  it('[lambda.unhandled-rejection] while the handler runs it ends the process', () => {
    const code = `
      let n = 0;
      export const handler = async (event) => {
        if (event.ok) return ++n;
        Promise.reject(new Error('HelloError'));
        await new Promise((done) => setTimeout(done, 100));
        return 'never';
      };`;
    for (const runtime of OLD) {
      const world = new World({ code, runtime });
      world.invoke({ ok: true });
      expect(world.invoke().body).toMatchObject({
        errorType: 'Runtime.UnhandledPromiseRejection',
        errorMessage: 'Error: HelloError',
      });
      expect(world.invoke({ ok: true }).body).toBe(1);
      expect(world.cited).toContain('lambda.unhandled-rejection');
    }
    const world = new World({ code, runtime: 'nodejs24.x' });
    expect(world.invoke().body).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(/exit status 1$/),
    });
  });

  it('[lambda.unhandled-rejection] just as the handler returns: Node.js 22 has answered, Node.js 24 fails', () => {
    const code = `
      const hello = async () => { throw new Error('HelloError'); };
      export const handler = async () => { hello(); return 'ok'; };`;
    expect(new World({ code, runtime: 'nodejs22.x' }).invoke()).toMatchObject({
      functionError: undefined,
      body: 'ok',
    });
    expect(new World({ code, runtime: 'nodejs24.x' }).invoke().functionError).toBe('Unhandled');
  });

  it('[lambda.uncaught-exception] an exception in a timer ends the process', () => {
    const code = `
      export const handler = async () => {
        setTimeout(() => { throw new TypeError('late'); }, 10);
        await new Promise((done) => setTimeout(done, 100));
      };`;
    for (const runtime of OLD) {
      const world = new World({ code, runtime });
      expect(world.invoke().body).toMatchObject({ errorType: 'TypeError', errorMessage: 'late' });
      expect(world.cited).toContain('lambda.uncaught-exception');
    }
    expect(new World({ code, runtime: 'nodejs24.x' }).invoke().body).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(/exit status 1$/),
    });
  });

  it('[lambda.process-exit] process.exit is never a success', () => {
    for (const runtime of NODE) {
      const exit = (status: number) => {
        const world = new World({
          code: `export const handler = async () => process.exit(${status});`,
          runtime,
        });
        const { body, requestId } = world.invoke();
        expect(world.cited).toContain('lambda.process-exit');
        return { body, start: `RequestId: ${requestId} Error: ` };
      };
      const zero = exit(0);
      expect(zero.body).toEqual({
        errorType: 'Runtime.ExitError',
        errorMessage: `${zero.start}Runtime exited without providing a reason`,
      });
      const three = exit(3);
      expect(three.body).toEqual({
        errorType: 'Runtime.ExitError',
        errorMessage: `${three.start}Runtime exited with error: exit status 3`,
      });
    }
  });

  it('[lambda.context-object] the context names function, version, ARN, memory as text, request and log', () => {
    for (const runtime of NODE) {
      const world = new World({
        code: `export const handler = async (event, context) => ({ ...context });`,
        runtime,
      });
      const { body, requestId } = world.invoke();
      expect(body).toMatchObject({
        functionName: 'Orders',
        functionVersion: '$LATEST',
        invokedFunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:Orders',
        memoryLimitInMB: '128',
        awsRequestId: requestId,
        logGroupName: '/aws/lambda/Orders',
        logStreamName: world.environments[0]!.logStream,
      });
    }
  });

  it('[lambda.deadline] remaining time starts at the timeout, however cold the start, and runs down', () => {
    const world = new World({
      code: `
        await new Promise((done) => setTimeout(done, 2_000));
        export const handler = async (event, context) => {
          const first = context.getRemainingTimeInMillis();
          await new Promise((done) => setTimeout(done, 1_000));
          return [first, context.getRemainingTimeInMillis()];
        };`,
    });
    const [first, second] = world.invoke().body as [number, number];
    expect(first).toBeGreaterThan(2_900);
    expect(first).toBeLessThanOrEqual(3_000);
    expect(first - second).toBeGreaterThanOrEqual(1_000);
    expect(first - second).toBeLessThan(1_050);
  });
});
