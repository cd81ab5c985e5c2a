import { mebibytes, milliseconds } from '$lib/kernel/units';
import type { InvokeInput, IsolateOptions, NodeRuntime, Sandbox } from './isolate';

/** Options for tests: a package of the given files on a whole vCPU. */
export function isolateOptions(
  sandbox: Sandbox,
  files: Readonly<Record<string, string>>,
  more: Partial<IsolateOptions> = {},
): IsolateOptions {
  let seed = 7;
  return {
    code: new Map(Object.entries(files)),
    handler: 'index.handler',
    runtime: 'nodejs24.x' satisfies NodeRuntime,
    environment: { AWS_REGION: 'eu-central-1' },
    tmp: sandbox.createTmp(mebibytes(512)),
    heapLimit: mebibytes(64),
    cpuShare: 1,
    epochMs: 1_767_225_600_000,
    random: () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0),
    ...more,
  };
}

export function invocation(event: unknown = {}, requestId = 'request-1'): InvokeInput {
  return {
    requestId,
    event: JSON.stringify(event),
    context: {
      functionName: 'Orders',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:Orders',
      memoryLimitInMB: '128',
      logGroupName: '/aws/lambda/Orders',
      logStreamName: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
    },
    traceId: undefined,
  };
}

export const NOW = milliseconds(1_000);
export const DEADLINE = milliseconds(4_000);
