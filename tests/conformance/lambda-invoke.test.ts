import { describe, expect, it } from 'vitest';
import { World } from './support/world';

const ECHO = `export const handler = async (event) => event;`;
const WAIT = `export const handler = async () => { await new Promise((done) => setTimeout(done, 100)); };`;

describe('invoking', () => {
  it('[lambda.invoke-synchronous] the caller gets the result, and one call is one attempt', () => {
    const world = new World({ code: ECHO });
    const outcome = world.invoke({ a: [1, 'zwei', null] });
    expect(outcome).toMatchObject({ status: 200, functionError: undefined, body: { a: [1, 'zwei', null] } });
    const failing = new World({ code: `export const handler = async () => { throw new Error('once'); };` });
    failing.invoke();
    expect(failing.environments[0]!.invocations).toBe(1);
    expect(world.cited).toContain('lambda.invoke-synchronous');
  });

  it('[lambda.function-not-found] an unknown function is 404, with its ARN', () => {
    const [outcome] = new World({ code: ECHO }).call('lambda:Invoke', { FunctionName: 'Nobody' });
    expect(outcome).toMatchObject({ status: 404, error: 'ResourceNotFoundException' });
    expect(outcome!.payload).toContain(
      'Function not found: arn:aws:lambda:us-east-1:111122223333:function:Nobody',
    );
  });

  it('[lambda.invalid-request-content] an event that is no JSON is 400, and no code runs', () => {
    const world = new World({ code: ECHO });
    const [outcome] = world.call('lambda:Invoke', { FunctionName: 'Orders', Payload: '{nope' });
    expect(outcome).toMatchObject({ status: 400, error: 'InvalidRequestContentException' });
    expect(outcome!.payload).toContain(
      'Could not parse request body into json: Could not parse payload into json: ',
    );
    expect(world.environments).toHaveLength(0);
    expect(world.cited).toContain('lambda.invalid-request-content');
  });

  it('[lambda.runtime-overhead] an empty handler takes longest the first time, and with the least memory', () => {
    const durations = (memory: number) => {
      const world = new World({ code: ECHO, properties: { MemorySize: memory } });
      return [world.invoke().durationMs!, world.invoke().durationMs!] as const;
    };
    const [first128, warm128] = durations(128);
    const [first1024, warm1024] = durations(1_024);
    expect(first128).toBeGreaterThan(22);
    expect(first128).toBeLessThan(40);
    expect(first1024).toBeGreaterThan(3);
    expect(first1024).toBeLessThan(8);
    expect(warm128).toBeLessThan(8);
    expect(warm1024).toBeLessThan(warm128);
    expect(warm1024).toBeGreaterThan(0.5);
  });
});

describe('concurrency', () => {
  it('[lambda.throttle] [lambda.account-concurrency] what goes beyond the limit is 429 at once, without a retry', () => {
    const world = new World({ code: WAIT, quotas: { ConcurrentExecutions: 3 } });
    const outcomes = world.invokeAtOnce(5);
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    const [, , , throttled] = outcomes;
    expect(throttled).toMatchObject({ error: 'TooManyRequestsException', endedAt: expect.any(Number) });
    expect(throttled!.body).toMatchObject({
      message: 'Rate Exceeded.',
      Reason: 'ConcurrentInvocationLimitExceeded',
      Type: 'User',
    });
    expect(throttled!.endedAt! - throttled!.at).toBeLessThan(100_000);
    expect(world.environments).toHaveLength(3);
    expect(world.views.bill.view.requests).toBe(3);
    expect(world.cited).toEqual(expect.arrayContaining(['lambda.throttle', 'lambda.account-concurrency']));
  });

  it('[lambda.account-concurrency] the limit is 1,000 unless a scenario sets another, and counts what is being handled', () => {
    const world = new World({ code: WAIT, quotas: { ConcurrentExecutions: 2 } });
    expect(new World({ code: WAIT }).simulation.quotas.concurrentExecutions).toBe(1_000);
    for (let round = 0; round < 3; round++)
      expect(world.invokeAtOnce(2).map(({ status }) => status)).toEqual([200, 200]);
  });
});
