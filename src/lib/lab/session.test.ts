import { describe, expect, it, vi } from 'vitest';
import { microseconds, minutes, seconds, ZERO_TIME, type Microseconds } from '$lib/kernel/units';
import { WorkerGone } from '$lib/worker/client';
import type { LabView, Opened, RunProblem, RunStatus } from '$lib/worker/protocol';
import { LabSession, type Connection } from './session.svelte';

const problem: RunProblem = { code: 'stopped-answering', message: 'It hangs.', next: 'Change the code.' };

function viewAt(at: Microseconds, environments: number): LabView {
  return {
    at,
    environments: Array.from({ length: environments }, () => ({}) as LabView['environments'][number]),
    timeline: { lanes: [], marks: [], concurrency: [], concurrencyLimit: 1000 },
    responses: { total: 0, newest: [] },
    logs: { total: 0, newest: [] },
    bill: { requests: 0, gbSeconds: 0, usd: 0 },
  };
}

/** A simulation in which each invocation takes a second; it writes down what it was asked. */
class FakeSimulation {
  now = ZERO_TIME;
  environments = 0;
  calls: string[] = [];
  hang = false;
  listener: ((status: RunStatus) => void) | undefined;
  onGone: (problem: RunProblem) => void = () => undefined;

  readonly api: Connection = {
    close: () => this.calls.push('close'),
    check: () => Promise.reject(new Error('no lesson')),
    open: (text): Promise<Opened> => {
      this.calls.push(`open ${text}`);
      this.now = ZERO_TIME;
      this.environments = 0;
      if (text.includes('bad'))
        return Promise.resolve({ ok: false, faults: [{ path: 'template', message: 'no' }] });
      return Promise.resolve({
        ok: true,
        title: 'Hello',
        functions: ['Hello'],
        runtimes: { Hello: 'nodejs24.x' },
        code: { Hello: { 'index.mjs': /index.mjs: two/.test(text) ? 'two' : 'one' } },
        template: 'Resources: {}\n',
        epochMs: 0,
        until: minutes(5),
      });
    },
    subscribe: (listener) => {
      this.listener = listener;
      return Promise.resolve();
    },
    updateCode: (name, files) => {
      this.calls.push(`updateCode ${name} ${JSON.stringify(files)}`);
      return Promise.resolve();
    },
    invoke: (name, payload, count) => {
      this.calls.push(`invoke ${name} ${payload} ${count}`);
      if (this.hang) {
        this.onGone(problem);
        return Promise.reject(new WorkerGone(problem));
      }
      this.environments = count;
      this.pass(seconds(1));
      return Promise.resolve();
    },
    advance: (duration) => {
      this.calls.push(`advance ${duration}`);
      this.pass(duration);
      return Promise.resolve();
    },
    play: (speed) => {
      this.calls.push(`play ${speed}`);
      this.say('playing');
      return Promise.resolve();
    },
    pause: () => {
      this.say('paused');
      return Promise.resolve();
    },
    step: () => Promise.resolve(),
    view: (at) => Promise.resolve(viewAt(microseconds(Math.min(at, this.now)), this.environments)),
    why: (record) =>
      Promise.resolve({
        record,
        kind: 'k',
        at: ZERO_TIME,
        description: { who: 'a', what: 'b' },
        rules: [],
        causes: [],
      }),
    machine: () => Promise.resolve(undefined),
    scenario: () => Promise.resolve(`scenario at ${this.now}`),
    traceHash: () => Promise.resolve('hash'),
    ping: () => Promise.resolve(true),
  };

  pass(duration: number): void {
    this.now = microseconds(this.now + duration);
    this.say('paused');
  }

  say(state: RunStatus['state']): void {
    this.listener?.({ now: this.now, records: 0, state, inFlight: 0 });
  }
}

async function opened(text = 'title: hello\n', onRun?: (session: LabSession) => void) {
  const fake = new FakeSimulation();
  const session = new LabSession({
    connect: (onGone) => {
      fake.onGone = onGone;
      return fake.api;
    },
    ...(onRun && { onRun }),
  });
  await session.open(text);
  fake.calls = [];
  return { fake, session };
}

describe('a session in the lab', () => {
  it('opens a scenario with its code in the editor, at time 0', async () => {
    const { session } = await opened();
    expect(session.bench.files).toEqual({ 'index.mjs': 'one' });
    expect(session.bench.functionName).toBe('Hello');
    expect(session.at).toBe(0);
    expect(session.view?.at).toBe(0);
  });

  it('a scenario with faults is told, and what was open stays', async () => {
    const { session } = await opened();
    expect(await session.open('bad')).toBe(false);
    expect(session.bench.faults).toHaveLength(1);
    expect(session.bench.opened?.title).toBe('Hello');
  });

  it('a run sends the event, then shows the live edge and tells who listens', async () => {
    const seen: (number | undefined)[] = [];
    const { fake, session } = await opened('title: hello\n', (at) => seen.push(at.view?.at));
    await session.run(20, '{"n":1}');
    expect(fake.calls).toEqual(['invoke Hello {"n":1} 20']);
    expect(session.now).toBe(seconds(1));
    expect(seen).toEqual([seconds(1)]);
  });

  it('code that has changed before anything happened is simply there from the start', async () => {
    const { fake, session } = await opened('title: hello\nfiles: {hello/index.mjs: one}\n');
    session.bench.edit({ 'index.mjs': 'two' });
    await session.run(1, '{}');
    expect(fake.calls[0]).toContain('open title: hello\nfiles: { hello/index.mjs: two }');
    expect(fake.calls.some((call) => call.startsWith('updateCode'))).toBe(false);
    expect(session.bench.changed).toBe(false);
  });

  it('code that has changed later is deployed before the run, once', async () => {
    const { fake, session } = await opened();
    await session.run(1, '{}');
    session.bench.edit({ 'index.mjs': 'two' });
    expect(session.bench.changed).toBe(true);
    await session.run(1, '{}');
    await session.run(1, '{}');
    expect(fake.calls.filter((call) => call.startsWith('updateCode'))).toEqual([
      'updateCode Hello {"index.mjs":"two"}',
    ]);
  });

  it('says that new code means new environments only when there were some', async () => {
    const { session } = await opened();
    session.bench.edit({ 'index.mjs': 'two' });
    await session.run(1, '{}');
    expect(session.notice).toBeUndefined();
    session.bench.edit({ 'index.mjs': 'three' });
    await session.run(1, '{}');
    expect(session.notice).toContain('New code deployed');
    await session.run(1, '{}');
    expect(session.notice).toBeUndefined();
  });

  it('a new template is a new stack: the scenario is opened again with it, the code stays', async () => {
    const { fake, session } = await opened();
    session.bench.edit({ 'index.mjs': 'two' });
    session.bench.editTemplate('Resources: {A: !Ref B}\n');
    await session.run(1, '{}');
    expect(fake.calls[0]).toMatch(/^open [^]*!Ref B/);
    expect(fake.calls[1]).toContain('two');
    expect(session.bench.changed).toBe(false);
    expect(session.bench.template).toBe('Resources: {A: !Ref B}\n');
  });

  it('a template that is no YAML stops the run and names the line', async () => {
    const { fake, session } = await opened();
    session.bench.editTemplate('Resources:\n  A: [1\n');
    expect(await session.run(1, '{}')).toBe(false);
    expect(fake.calls).toEqual([]);
    expect(session.bench.faults[0]?.path).toMatch(/^template\.yaml:\d+:\d+$/);
  });

  it('scrubbing looks at a time, and from the live edge on follows it', async () => {
    const { session } = await opened();
    await session.wait(minutes(1));
    await session.scrubTo(seconds(10));
    expect(session.at).toBe(seconds(10));
    expect(session.view?.at).toBe(seconds(10));
    expect(session.sight.live?.at).toBe(minutes(1));
    await session.scrubTo(minutes(2));
    expect(session.sight.cursor).toBe('live');
    expect(session.at).toBe(minutes(1));
  });

  it('while a view is under way only the newest wish is kept', async () => {
    const { fake, session } = await opened();
    await session.wait(minutes(1));
    const view = vi.spyOn(fake.api, 'view');
    await Promise.all([1, 2, 3, 4, 5].map((second) => session.scrubTo(seconds(second))));
    expect(view.mock.calls.map(([at]) => at).filter((at) => at <= minutes(1))).toEqual([
      seconds(1),
      seconds(5),
    ]);
    expect(session.view?.at).toBe(seconds(5));
  });

  it('time that passes without a record asks for no view', async () => {
    const { fake, session } = await opened();
    await session.wait(minutes(1));
    await session.play();
    const view = vi.spyOn(fake.api, 'view');
    for (let tick = 0; tick < 10; tick += 1) {
      fake.now = microseconds(fake.now + 16_000);
      fake.say('playing');
    }
    expect(view).not.toHaveBeenCalled();
    expect(session.now).toBe(fake.now);
  });

  it('selecting a record asks why', async () => {
    const { session } = await opened();
    await session.select(7);
    expect(session.sight.why?.record).toBe(7);
    await session.select(undefined);
    expect(session.sight.why).toBeUndefined();
  });

  it('changing the speed while it plays plays on at the new speed', async () => {
    const { fake, session } = await opened();
    await session.setSpeed(100);
    await session.play();
    await session.setSpeed('max');
    expect(fake.calls).toEqual(['play 100', 'play max']);
  });

  it('starting over keeps the code in the editor', async () => {
    const { fake, session } = await opened();
    session.bench.edit({ 'index.mjs': 'two' });
    await session.run(1, '{}');
    fake.calls = [];
    await session.restart();
    expect(fake.calls).toEqual(['open title: hello\n']);
    expect(session.now).toBe(0);
    expect(session.bench.files).toEqual({ 'index.mjs': 'two' });
  });

  it('a lost worker costs the run that hung and nothing else', async () => {
    const { fake, session } = await opened();
    await session.run(1, '{}');
    session.bench.edit({ 'index.mjs': 'endless' });
    fake.hang = true;
    fake.calls = [];
    expect(await session.run(1, '{}')).toBe(false);
    expect(fake.calls.slice(-2)).toEqual(['open scenario at 1000000', 'advance 1000000']);
    expect(session.problem).toEqual(problem);
    expect(session.bench.files).toEqual({ 'index.mjs': 'endless' });
    expect(session.now).toBe(seconds(1));
    expect(session.busy).toBe(false);
  });

  it('after a lost worker, starting over begins the scenario that was opened, without the calls since', async () => {
    const { fake, session } = await opened();
    await session.run(1, '{}');
    fake.hang = true;
    await session.run(1, '{}');
    fake.calls = [];
    await session.restart();
    expect(fake.calls).toEqual(['open title: hello\n']);
    expect(session.problem).toBeUndefined();
  });

  it('comes back to a checkpoint with its code and time', async () => {
    const { fake, session } = await opened();
    session.bench.edit({ 'index.mjs': 'two' });
    await session.run(1, '{}');
    const checkpoint = await session.checkpoint();
    await session.open('other');
    expect(session.bench.files).toEqual({ 'index.mjs': 'one' });
    await session.restore(checkpoint);
    expect(session.bench.files).toEqual({ 'index.mjs': 'two' });
    expect(session.now).toBe(seconds(1));
    expect(fake.calls.at(-1)).toBe('advance 1000000');
  });

  it('commands given at once run one after the other', async () => {
    const { fake, session } = await opened();
    await Promise.all([session.run(1, '{}'), session.wait(minutes(1)), session.run(2, '{}')]);
    expect(fake.calls.map((call) => call.split(' ')[0])).toEqual(['invoke', 'advance', 'invoke']);
    expect(session.now).toBe(seconds(62));
  });

  it('an answer that is an error is told, and the session goes on', async () => {
    const { fake, session } = await opened();
    vi.spyOn(fake.api, 'advance').mockRejectedValueOnce(new Error('boom'));
    expect(await session.wait(minutes(1))).toBe(false);
    expect(session.problem?.message).toContain('boom');
    expect(await session.wait(minutes(1))).toBe(true);
    expect(session.problem).toBeUndefined();
  });
});
