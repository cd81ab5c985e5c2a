import { describe, expect, it } from 'vitest';
import { loadEngine } from './load-node';
import { createSandbox } from './sandbox';
import { DEADLINE, NOW, invocation, isolateOptions } from './testing';

const engine = await loadEngine();

describe('a sandbox', () => {
  it('runs an ES module handler from start to response', () => {
    const sandbox = createSandbox({ engine });
    const isolate = sandbox.createIsolate(
      isolateOptions(sandbox, {
        'index.mjs': `let n = 0; console.log('cold'); export const handler = async (event) => { console.log('hi ' + event.name); return { n: ++n } };`,
      }),
    );
    const started = isolate.start(NOW, DEADLINE);
    expect(started.effects.map((effect) => effect.kind)).toEqual(['log', 'ready']);
    const first = isolate.invoke(NOW, DEADLINE, invocation({ name: 'Ada' }));
    expect(first.effects).toMatchObject([
      { kind: 'log', level: 'INFO', message: 'hi Ada', requestId: 'request-1' },
      { kind: 'response', body: '{"n":1}' },
    ]);
    expect(isolate.invoke(NOW, DEADLINE, invocation()).effects).toMatchObject([
      { kind: 'log' },
      { kind: 'response', body: '{"n":2}' },
    ]);
    isolate.dispose();
  });
});

describe('code that fails', () => {
  const files = { 'index.mjs': `export const handler = async () => {\n  throw new Error('boom');\n};` };
  it.each(['nodejs22.x', 'nodejs24.x'] as const)('reports a rejected handler on %s', (runtime) => {
    const sandbox = createSandbox({ engine });
    const isolate = sandbox.createIsolate(isolateOptions(sandbox, files, { runtime }));
    isolate.start(NOW, DEADLINE);
    const { effects, ended } = isolate.invoke(NOW, DEADLINE, invocation());
    expect(ended).toBe(false);
    const [log, error] = effects;
    expect(log).toMatchObject({ kind: 'log', level: 'ERROR' });
    expect(error).toMatchObject({
      kind: 'error',
      error: { errorType: 'Error', errorMessage: 'boom' },
      position: { file: 'index.mjs', line: 2, column: 9 },
    });
  });
});
