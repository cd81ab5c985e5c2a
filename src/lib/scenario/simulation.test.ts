import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microseconds, seconds } from '$lib/kernel/units';
import type { WorkloadLine } from './scenario';
import { serialiseScenario } from './serialise';
import type { Simulation } from './simulation';
import { simulate } from './testing/simulate';

/** Environments, timers, failures and chance, all in one. */
const SCENARIO = `
coldstart: 1
title: A bit of everything
seed: 11
template:
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Orders:
      Type: AWS::Serverless::Function
      Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: ./orders, Timeout: 2}
files:
  orders/index.mjs: |
    let count = 0;
    export const handler = async (event) => {
      count++;
      console.log('count', count, Math.random());
      await new Promise((done) => setTimeout(done, event.wait ?? 0));
      if (event.fail) throw new Error('no');
      if (event.exit) process.exit(1);
      return { count };
    };
workload:
  - {from: 0s, to: 8s, rate: 6/s, arrivals: poisson, call: 'lambda:Invoke', input: {FunctionName: Orders, Payload: {wait: 300}}}
  - {at: 2s, count: 3, call: 'lambda:Invoke', input: {FunctionName: Orders, Payload: {fail: true}}}
  - {at: 3s, call: 'lambda:Invoke', input: {FunctionName: Orders, Payload: {exit: true}}}
  - {at: 4s, call: 'lambda:Invoke', input: {FunctionName: Orders, Payload: {wait: 5000}}}
until: 10m
`;

function call(at: number, payload: WorkloadLine['input'][string], count = 1): WorkloadLine {
  const input = { FunctionName: 'Orders', Payload: payload };
  return {
    call: 'lambda:Invoke',
    input,
    written: input,
    timing: { kind: 'once', at: microseconds(at), count },
  };
}

/** Runs what a learner might do: waits and calls, in any order. */
function play(simulation: Simulation, actions: readonly (readonly [waitMs: number, count: number])[]): void {
  for (const [waitMs, count] of actions) {
    simulation.runUntil(microseconds(simulation.now + waitMs * 1_000));
    if (count > 0) simulation.perform(call(simulation.now, { wait: 20 }, count));
  }
  simulation.runUntil(simulation.scenario.until);
}

describe('a simulation', () => {
  it('gives one trace for one scenario', async () => {
    const hashes: string[] = [];
    for (let run = 0; run < 2; run++) {
      const simulation = await simulate(SCENARIO);
      simulation.runUntil(simulation.scenario.until);
      expect(simulation.trace.length).toBeGreaterThan(300);
      hashes.push(simulation.trace.hash());
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('gives another trace for another seed', async () => {
    const one = await simulate(SCENARIO);
    const other = await simulate(SCENARIO.replace('seed: 11', 'seed: 12'));
    for (const each of [one, other]) each.runUntil(each.scenario.until);
    expect(one.trace.hash()).not.toBe(other.trace.hash());
  });

  it('gives the same trace in one go, step by step, or pausing anywhere', async () => {
    const inOneGo = await simulate(SCENARIO);
    inOneGo.runUntil(inOneGo.scenario.until);
    const stepped = await simulate(SCENARIO);
    while (stepped.step());
    const paused = await simulate(SCENARIO);
    let events = 0;
    while (!paused.runUntil(paused.scenario.until, () => ++events % 7 === 0));
    expect(stepped.trace.hash()).toBe(inOneGo.trace.hash());
    expect(paused.trace.hash()).toBe(inOneGo.trace.hash());
  });

  it('replays a session to the same trace: what a learner did becomes lines of the workload', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(3_000), fc.nat(3)), { maxLength: 6 }), async (actions) => {
        const session = await simulate(SCENARIO);
        play(session, actions);
        const { scenario, performed } = session;
        const text = serialiseScenario({ ...scenario, workload: [...scenario.workload, ...performed] });
        const replay = await simulate(text);
        replay.runUntil(replay.scenario.until);
        expect(replay.trace.hash()).toBe(session.trace.hash());
        session.dispose();
        replay.dispose();
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('is quiet once all is answered and the workload is over, with environments still warm', async () => {
    const simulation = await simulate(SCENARIO);
    simulation.runUntilQuiet(simulation.scenario.until);
    expect(simulation.quiet).toBe(true);
    expect(simulation.aws.inFlight).toBe(0);
    expect(simulation.now).toBeLessThan(seconds(20));
    expect(simulation.nextAt).toBeGreaterThan(seconds(60));
  });
});
