import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZERO_TIME } from '$lib/kernel/units';
import { SimulationClient, WorkerGone, type SimulationWorker } from './client';
import type { RunProblem, RunStatus, SimulationApi } from './protocol';
import { SILENCE_MAX_MS, START_MAX_MS } from './watchdog';

/** A worker that answers in 5 ms, until `hang` is called. */
function fakeWorker() {
  let hanging = false;
  let listener: ((status: RunStatus) => void) | undefined;
  let crash: (message: string) => void = () => undefined;
  const answer = <T>(value: T) =>
    new Promise<T>((resolve) => setTimeout(() => (hanging ? undefined : resolve(value)), 5));
  const api = {
    ping: vi.fn(() => answer(true as const)),
    scenario: () => answer('text'),
    invoke: () => new Promise<void>(() => undefined),
    subscribe: (to: (status: RunStatus) => void) => {
      listener = to;
      return answer(undefined);
    },
  };
  const worker: SimulationWorker & { terminated: boolean } = {
    api: api as unknown as SimulationApi,
    onCrash: (to) => (crash = to),
    terminate: () => (worker.terminated = true),
    terminated: false,
  };
  return {
    worker,
    api,
    hang: () => (hanging = true),
    crash: (message: string) => crash(message),
    say: (state: RunStatus['state']) => listener?.({ now: ZERO_TIME, records: 0, state, inFlight: 0 }),
    get listening() {
      return listener !== undefined;
    },
  };
}

function clientOf() {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const problems: RunProblem[] = [];
  const client = new SimulationClient({
    onGone: (problem) => problems.push(problem),
    start: () => {
      const fake = fakeWorker();
      workers.push(fake);
      return fake.worker;
    },
  });
  const first = () => workers[0]!;
  return { client, workers, problems, first };
}

async function settle<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(10);
  return promise;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the watched simulation', () => {
  it('passes calls on and ends nothing that answers, however long a run takes', async () => {
    const { client, problems, first } = clientOf();
    expect(await settle(client.scenario())).toBe('text');
    void client.invoke('Hello', '{}', 1).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(problems).toEqual([]);
    expect(first().worker.terminated).toBe(false);
  });

  it('[sandbox.watchdog] a worker that stops answering during a call is ended within about a second, and the call is rejected', async () => {
    const { client, problems, first } = clientOf();
    await settle(client.scenario());
    const run = client.invoke('Hello', '{}', 1).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(200);
    first().hang();
    await vi.advanceTimersByTimeAsync(SILENCE_MAX_MS + 300);
    expect(await run).toBeInstanceOf(WorkerGone);
    expect(first().worker.terminated).toBe(true);
    expect(problems.map((problem) => problem.code)).toEqual(['stopped-answering']);
  });

  it('a worker that stops answering while it plays is ended although no call waits', async () => {
    const { client, problems, first } = clientOf();
    await settle(client.subscribe(() => undefined));
    first().say('playing');
    first().hang();
    await vi.advanceTimersByTimeAsync(SILENCE_MAX_MS + 300);
    expect(problems).toHaveLength(1);
  });

  it('an idle worker is left in peace', async () => {
    const { client, first } = clientOf();
    await settle(client.scenario());
    await vi.advanceTimersByTimeAsync(500);
    const before = first().api.ping.mock.calls.length;
    first().hang();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(first().api.ping.mock.calls.length).toBe(before);
    expect(first().worker.terminated).toBe(false);
  });

  it('a worker that is still being loaded has more time', async () => {
    const { client, problems, first } = clientOf();
    const call = client.scenario().catch(() => 'gone');
    first().hang();
    await vi.advanceTimersByTimeAsync(START_MAX_MS - 1_000);
    expect(problems).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await call).toBe('gone');
  });

  it('the next call has a new worker, which is listened to as well', async () => {
    const { client, workers, first } = clientOf();
    const states: string[] = [];
    await settle(client.subscribe((status) => states.push(status.state)));
    first().crash('boom');
    expect(await settle(client.scenario())).toBe('text');
    expect(workers).toHaveLength(2);
    workers[1]!.say('paused');
    expect(states).toEqual(['paused']);
  });

  it('a crash is told with its message', async () => {
    const { client, problems, first } = clientOf();
    await settle(client.scenario());
    const call = client.invoke('Hello', '{}', 1).catch((error: unknown) => error);
    first().crash('out of memory');
    expect(await call).toBeInstanceOf(WorkerGone);
    expect(problems[0]).toMatchObject({ code: 'crashed', message: expect.stringContaining('out of memory') });
  });

  it('a page that was asleep does not blame the worker for it', async () => {
    const { client, problems, first } = clientOf();
    await settle(client.scenario());
    void client.invoke('Hello', '{}', 1).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(95);
    const clock = vi.spyOn(performance, 'now');
    clock.mockReturnValue(performance.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(300);
    clock.mockRestore();
    expect(problems).toEqual([]);
    expect(first().worker.terminated).toBe(false);
  });
});
