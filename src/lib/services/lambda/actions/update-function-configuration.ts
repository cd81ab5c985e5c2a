import type { ServiceCall } from '$lib/aws/door';
import { refused, succeeded, type Answer } from '$lib/aws/errors';
import type { Kernel } from '$lib/kernel/kernel';
import type { FunctionConfiguration } from '../configuration';
import {
  checkEphemeralStorageSize,
  checkHandler,
  checkMemorySize,
  checkRuntime,
  checkTimeout,
  type Check,
} from '../configuration-checks';
import { environmentVariablesFaults } from '../environment-variables';
import type { LambdaFunction } from '../function';
import { configurationOutput } from './get-function';
import { recordUpdate } from './update-function-code';

type Change = { -readonly [Key in keyof FunctionConfiguration]?: FunctionConfiguration[Key] };
type Input = ServiceCall['input'];

/** lambda:UpdateFunctionConfiguration: what is left out stays as it is. */
export function updateFunctionConfiguration(
  kernel: Kernel,
  found: LambdaFunction,
  call: ServiceCall,
): Answer {
  const change: Change = {};
  const fault =
    take(call.input, 'MemorySize', checkMemorySize, (value) => (change.memorySize = value)) ??
    take(call.input, 'Timeout', checkTimeout, (value) => (change.timeout = value)) ??
    take(call.input, 'Handler', checkHandler, (value) => (change.handler = value)) ??
    take(call.input, 'Runtime', checkRuntime, (value) => (change.runtime = value)) ??
    take(
      member(call.input, 'EphemeralStorage'),
      'Size',
      checkEphemeralStorageSize,
      (value) => (change.ephemeralStorage = value),
    );
  if (fault !== undefined) return refused(400, 'ValidationException', fault);
  const variables = member(call.input, 'Environment')['Variables'];
  if (variables !== undefined) {
    const checked = readVariables(variables);
    if (typeof checked === 'string')
      return refused(400, 'InvalidParameterValueException', checked, { Type: 'User' });
    change.environment = checked;
  }
  recordUpdate(kernel, found, call, 'configuration');
  found.update(change, 'configuration-update');
  return succeeded(configurationOutput(found));
}

/** Checks one member of the input, where it is given. Gives the fault, if there is one. */
function take<Value>(
  input: Input,
  name: string,
  check: Check<Value>,
  use: (value: Value) => void,
): string | undefined {
  if (input[name] === undefined) return undefined;
  const checked = check(input[name]);
  if (!checked.ok) return checked.message;
  use(checked.value);
  return undefined;
}

function member(input: Input, name: string): Input {
  const value = input[name];
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** The variables, or why AWS would refuse them. */
function readVariables(value: unknown): Readonly<Record<string, string>> | string {
  if (typeof value !== 'object' || value === null) return 'Environment.Variables must be an object of texts.';
  const entries = Object.entries(value).map(([name, text]) => [name, String(text)] as const);
  const variables = Object.fromEntries(entries);
  return environmentVariablesFaults(variables)[0]?.message ?? variables;
}
