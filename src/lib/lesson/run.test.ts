import { describe, expect, it } from 'vitest';
import { milliseconds } from '$lib/kernel/units';
import { eventOf } from './event-of';
import { lessonRun, sinceDeployment, type RunResponse, type RunView } from './run';

function response(record: number, atMs: number, change: Partial<RunResponse> = {}): RunResponse {
  return {
    record,
    requestId: `request ${record}`,
    call: 'lambda:Invoke',
    at: milliseconds(atMs),
    endedAt: milliseconds(atMs + 5),
    status: 200,
    functionName: 'Hello',
    functionError: undefined,
    payload: '{"ok":true}',
    cold: false,
    environment: 1,
    durationMs: 1.5,
    billedMs: 2,
    initMs: undefined,
    ...change,
  };
}

function run(responses: readonly RunResponse[], deployedAtMs = 0) {
  const view: RunView = {
    at: milliseconds(1000),
    environments: [],
    responses: { newest: responses },
    logs: { newest: [] },
  };
  return lessonRun(view, {
    event: (record) => (record === 1 ? '{"name":"Ada"}' : undefined),
    deployedAt: milliseconds(deployedAtMs),
    files: {},
  });
}

describe('a lesson’s run', () => {
  it('gives event and result parsed', () => {
    expect(run([response(1, 0)]).invocations[0]).toMatchObject({
      event: { name: 'Ada' },
      result: { ok: true },
    });
  });

  it('gives the error of a failed invocation and no result', () => {
    const payload = '{"errorType":"Error","errorMessage":"boom","trace":[]}';
    const [invocation] = run([response(1, 0, { functionError: 'Unhandled', payload })]).invocations;
    expect(invocation).toMatchObject({ status: 200, error: { errorType: 'Error', errorMessage: 'boom' } });
    expect(invocation?.result).toBeUndefined();
  });

  it('leaves out what is not answered yet, and calls that are no invocations', () => {
    const responses = [
      response(1, 0, { endedAt: undefined, status: undefined }),
      response(2, 0, { call: 'lambda:UpdateFunctionCode' }),
    ];
    expect(run(responses).invocations).toEqual([]);
  });

  it('puts invocations in the order in which they were sent', () => {
    const { invocations } = run([response(2, 50), response(1, 10)]);
    expect(invocations.map(({ at }) => at)).toEqual([10_000, 50_000]);
  });

  it('can be cut to what the code now deployed has done', () => {
    const whole = run([response(1, 0), response(2, 50)], 20);
    expect(sinceDeployment(whole).invocations.map(({ requestId }) => requestId)).toEqual(['request 2']);
    expect(whole.invocations).toHaveLength(2);
  });
});

describe('the event of a call', () => {
  it('is the payload as text, whether it was given as text or as JSON', () => {
    expect(eventOf('{"FunctionName":"Hello","Payload":"{\\"n\\":1}"}')).toBe('{"n":1}');
    expect(eventOf('{"FunctionName":"Hello","Payload":{"n":1}}')).toBe('{"n":1}');
    expect(eventOf('{"FunctionName":"Hello"}')).toBeUndefined();
  });
});
