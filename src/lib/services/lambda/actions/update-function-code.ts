import * as v from 'valibot';
import type { ServiceCall } from '$lib/aws/door';
import { refused, succeeded, type Answer } from '$lib/aws/errors';
import type { Kernel } from '$lib/kernel/kernel';
import { cite } from '$lib/rules';
import type { LambdaFunction } from '../function';
import { updateRecord } from '../records/invocation';
import { configurationOutput } from './get-function';

const UPDATED = cite('lambda.code-update');

/** The deployment package as paths and texts: the simulator's form of a zip archive. */
const codeInput = v.object({ ZipFile: v.record(v.string(), v.string()) });

/** lambda:UpdateFunctionCode. */
export function updateFunctionCode(kernel: Kernel, found: LambdaFunction, call: ServiceCall): Answer {
  const input = v.safeParse(codeInput, call.input);
  if (!input.success) {
    const message =
      'ZipFile must be an object of paths and texts: {"index.mjs": "export const handler = …"}.';
    return refused(400, 'InvalidParameterValueException', message, { Type: 'User' });
  }
  recordUpdate(kernel, found, call, 'code');
  found.update({ code: new Map(Object.entries(input.output.ZipFile)) }, 'code-update');
  return succeeded(configurationOutput(found));
}

/** Notes the update, before the environments of the old version are retired. */
export function recordUpdate(
  kernel: Kernel,
  found: LambdaFunction,
  call: ServiceCall,
  what: 'code' | 'configuration',
): void {
  const { functionName } = found.configuration;
  kernel.trace.append(
    updateRecord,
    kernel.now,
    { functionName, what },
    { cause: call.record, rules: UPDATED },
  );
}
