import { describe, expect, it } from 'vitest';
import { after, mebibytes, milliseconds, seconds } from '$lib/kernel/units';
import type { Isolate, IsolateOptions, NodeRuntime, Turn } from './isolate';
import { loadEngine } from './load-node';
import { createSandbox } from './sandbox';
import { DEADLINE, NOW, invocation, isolateOptions } from './testing';

const engine = await loadEngine();

function started(code: string, options: Partial<IsolateOptions> = {}): Isolate {
  const sandbox = createSandbox({ engine });
  const isolate = sandbox.createIsolate(isolateOptions(sandbox, { 'index.mjs': code }, options));
  isolate.start(NOW, DEADLINE);
  return isolate;
}

function messages({ effects }: Turn): string[] {
  return effects.flatMap((effect) =>
    effect.kind === 'log' ? [`${effect.requestId} ${effect.message}`] : [],
  );
}

/** Host calls before a timer is set cost some microseconds. */
function expectAbout(time: number | undefined, expected: number): void {
  expect((time ?? 0) - expected).toBeGreaterThanOrEqual(0);
  expect((time ?? 0) - expected).toBeLessThan(1_000);
}

describe('a frozen environment', () => {
  const LEFT_OPEN = `export const handler = async (event) => {
    console.log('start ' + event.n);
    if (event.n === 1) setTimeout(() => console.log('late'), 1000);
    return event.n;
  };`;

  it.each<[NodeRuntime, string]>([
    ['nodejs22.x', 'two late'],
    ['nodejs24.x', 'one late'],
  ])('runs its overdue timer in the next invocation (%s)', (runtime, line) => {
    const isolate = started(LEFT_OPEN, { runtime });
    const first = isolate.invoke(NOW, DEADLINE, invocation({ n: 1 }, 'one'));
    expect(messages(first)).toEqual(['one start 1']);
    expectAbout(first.wakeAt, after(NOW, milliseconds(1_000)));
    const later = after(NOW, seconds(60));
    const second = isolate.invoke(later, after(later, seconds(3)), invocation({ n: 2 }, 'two'));
    expect(messages(second)).toEqual(['two start 2', line]);
  });

  it('does not run a timer that is not due', () => {
    const isolate = started(LEFT_OPEN);
    isolate.invoke(NOW, DEADLINE, invocation({ n: 1 }));
    const soon = after(NOW, milliseconds(500));
    expect(messages(isolate.invoke(soon, DEADLINE, invocation({ n: 2 })))).toEqual(['request-1 start 2']);
  });
});

describe('virtual time', () => {
  it('passes with CPU use, slower on a smaller share of a vCPU', () => {
    const busy = `export const handler = async () => { const t = Date.now(); for (let i = 0; i < 1e6; i++); return Date.now() - t; };`;
    const spent = (cpuShare: number): number => {
      const { endedAt } = started(busy, { cpuShare }).invoke(NOW, after(NOW, seconds(60)), invocation());
      return endedAt - NOW;
    };
    expect(spent(1)).toBeGreaterThan(5_000);
    expect(spent(0.1) / spent(1)).toBeCloseTo(10, 1);
  });

  it('tells the handler what is left of its time', () => {
    const isolate = started(
      `export const handler = async (e, context) => context.getRemainingTimeInMillis();`,
    );
    const [response] = isolate.invoke(NOW, DEADLINE, invocation()).effects;
    expect(response).toMatchObject({ body: '3000' });
  });

  it('stands still between turns', () => {
    const isolate = started(
      `export const handler = async () => { await new Promise((r) => setTimeout(r, 100)); return Date.now(); };`,
    );
    const { wakeAt } = isolate.invoke(NOW, DEADLINE, invocation());
    const { effects } = isolate.wake(wakeAt ?? NOW);
    expect(effects).toMatchObject([{ kind: 'response', body: '1767225601100' }]);
  });
});

describe('/tmp', () => {
  it('outlives the process and is bounded', () => {
    const sandbox = createSandbox({ engine });
    const tmp = sandbox.createTmp(mebibytes(1));
    const code = `import fs from 'node:fs'; export const handler = async ({ size }) => {
      try { fs.writeFileSync('/tmp/' + size, Buffer.alloc(size)); return fs.readdirSync('/tmp'); }
      catch (e) { return [e.code, e.message, e.syscall]; } };`;
    const run = (size: number): string | undefined => {
      const isolate = sandbox.createIsolate(isolateOptions(sandbox, { 'index.mjs': code }, { tmp }));
      isolate.start(NOW, DEADLINE);
      const [effect] = isolate.invoke(NOW, DEADLINE, invocation({ size })).effects;
      isolate.dispose();
      return effect?.kind === 'response' ? effect.body : undefined;
    };
    expect(run(10)).toBe('["10"]');
    expect(run(600_000)).toBe('["10","600000"]');
    expect(run(600_001)).toBe(`["ENOSPC","ENOSPC: no space left on device, write '/tmp/600001'","write"]`);
    expect(tmp.list()).toEqual([
      { path: '/tmp/10', size: 10 },
      { path: '/tmp/600000', size: 600_000 },
    ]);
    expect(tmp.used).toBe(600_010);
  });
});

describe('what is told of an environment', () => {
  it('gives the heap in use, and more of it when the handler keeps more', () => {
    const isolate = started(
      `const kept = []; export const handler = async () => { kept.push(new Uint8Array(1e6)); };`,
    );
    const first = isolate.invoke(NOW, DEADLINE, invocation()).heapUsed;
    const second = isolate.invoke(NOW, DEADLINE, invocation()).heapUsed;
    expect(second - first).toBeGreaterThan(900_000);
  });

  it('gives the context that Lambda gives', () => {
    const code = `export const handler = async (e, context) => Object.entries(context).map(([k, v]) => k + ':' + typeof v);`;
    const keys = (runtime: NodeRuntime): unknown => {
      const [effect] = started(code, { runtime }).invoke(NOW, DEADLINE, invocation()).effects;
      return effect?.kind === 'response' ? JSON.parse(effect.body) : effect;
    };
    const data = [
      'functionName',
      'functionVersion',
      'invokedFunctionArn',
      'memoryLimitInMB',
      'logGroupName',
      'logStreamName',
      'awsRequestId',
    ];
    expect(keys('nodejs24.x')).toEqual(
      expect.arrayContaining([...data.map((key) => `${key}:string`), 'getRemainingTimeInMillis:function']),
    );
    expect(keys('nodejs22.x')).toEqual(
      expect.arrayContaining([
        'callbackWaitsForEmptyEventLoop:boolean',
        'done:function',
        'succeed:function',
        'fail:function',
      ]),
    );
    expect(keys('nodejs24.x')).not.toEqual(expect.arrayContaining(['done:function']));
  });

  it('shows the trace id of the invocation, and removes it afterwards', () => {
    const isolate = started(`export const handler = async () => process.env._X_AMZN_TRACE_ID ?? 'none';`);
    const bodies = ['Root=1', undefined, 'Root=2'].map((traceId) => {
      const [effect] = isolate.invoke(NOW, DEADLINE, { ...invocation(), traceId }).effects;
      return effect?.kind === 'response' ? effect.body : undefined;
    });
    expect(bodies).toEqual(['"Root=1"', '"none"', '"Root=2"']);
  });

  it('refuses to go on after the end', () => {
    const isolate = started(`export const handler = async () => process.exit(0);`);
    expect(isolate.invoke(NOW, DEADLINE, invocation()).ended).toBe(true);
    expect(() => isolate.wake(NOW)).toThrow('has ended');
  });
});
