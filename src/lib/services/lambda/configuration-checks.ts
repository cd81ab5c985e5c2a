/**
 * The values that Lambda's API takes for a function's settings. A check gives the value, or AWS's message where one
 * was recorded (its own form for constraints elsewhere: "1 validation error detected: …").
 *
 * Sources: API reference of CreateFunction, November 2026; recorded answers of AWS.
 */
import type { NodeRuntime } from '$lib/sandbox/isolate';
import type { Architecture } from './configuration';
import { notYetSimulated, RUNTIMES_OF_AWS, SIMULATED_RUNTIMES } from './runtimes';

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

export type Check<Value> = (value: unknown) => Checked<Value>;

export const checkMemorySize = wholeNumber('memorySize', 128, 10_240);
export const checkTimeout = wholeNumber('timeout', 1, 900);
export const checkEphemeralStorageSize = wholeNumber('ephemeralStorage.size', 512, 10_240);
export const checkFunctionName = text('functionName', { most: 64, pattern: '[a-zA-Z0-9-_]+' });
export const checkHandler = text('handler', { most: 128, pattern: '[^\\s]+' });
export const checkDescription = text('description', { most: 256 });
export const checkLogGroup = text('loggingConfig.logGroup', { most: 512, pattern: '[\\.\\-_/#A-Za-z0-9]+' });
export const checkRole = text('role', {
  pattern: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
});

const ARCHITECTURES = ['x86_64', 'arm64'] as const;

export function checkArchitectures(value: unknown): Checked<Architecture> {
  if (!Array.isArray(value)) return refuse('Architectures must be a list of one: [x86_64] or [arm64].');
  const shown = `Value '[${value.map(String).join(', ')}]' at 'architectures' failed to satisfy constraint: `;
  if (value.length !== 1)
    return violation(
      `${shown}Member must have length ${value.length > 1 ? 'less' : 'greater'} than or equal to 1`,
    );
  const found = ARCHITECTURES.find((name) => name === value[0]);
  return found
    ? { ok: true, value: found }
    : violation(
        `${shown}Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]`,
      );
}

export function checkRuntime(value: unknown): Checked<NodeRuntime> {
  const found = SIMULATED_RUNTIMES.find((name) => name === value);
  if (found) return { ok: true, value: found };
  if (typeof value !== 'string') return refuse('Runtime must be text.');
  const elsewhere = notYetSimulated(value);
  return refuse(
    elsewhere ??
      `Value ${shorten(value)} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${RUNTIMES_OF_AWS.join(', ')}] or be a valid ARN`,
  );
}

/** AWS's constraint on a number. Text of digits is taken as a number, as CloudFormation does. */
function wholeNumber(member: string, least: number, most: number): Check<number> {
  return (given) => {
    const value = typeof given === 'string' && /^-?\d{1,15}$/.test(given) ? Number(given) : given;
    if (typeof value !== 'number' || !Number.isInteger(value))
      return refuse(
        `It must be a whole number from ${least} to ${most}, not ${shorten(JSON.stringify(given) ?? '')}.`,
      );
    if (value < least)
      return violation(constraint(String(value), member, `value greater than or equal to ${least}`));
    if (value > most)
      return violation(constraint(String(value), member, `value less than or equal to ${most}`));
    return { ok: true, value };
  };
}

/** AWS's constraints on text. A number stands for its text, as in CloudFormation. */
function text(member: string, { most, pattern }: { most?: number; pattern?: string }): Check<string> {
  const whole = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`);
  return (given) => {
    const value = typeof given === 'number' || typeof given === 'boolean' ? String(given) : given;
    if (typeof value !== 'string')
      return refuse(`It must be text, not ${shorten(JSON.stringify(given) ?? '')}.`);
    if (most !== undefined && value.length > most)
      return violation(constraint(shorten(value), member, `length less than or equal to ${most}`));
    if (whole && !whole.test(value))
      return violation(
        `Value '${shorten(value)}' at '${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern ?? ''}`,
      );
    return { ok: true, value };
  };
}

function constraint(value: string, member: string, must: string): string {
  return `Value '${value}' at '${member}' failed to satisfy constraint: Member must have ${must}`;
}

function violation(message: string): { readonly ok: false; readonly message: string } {
  return refuse(`1 validation error detected: ${message}`);
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}

function shorten(value: string): string {
  return value.length > 140 ? `${value.slice(0, 140)}…` : value;
}
