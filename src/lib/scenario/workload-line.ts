import { actionOf, isKnownCall, KNOWN_CALLS, type KnownCall, type MemberType } from '$lib/aws/actions';
import type { FaultList } from './fault-list';
import { isJsonObject, type Json, type JsonObject } from './json';
import type { Path } from './path';
import { list, whatItIs } from './quote';
import { readObject } from './read-object';
import { Line } from './schema';
import { readTiming } from './timing';
import type { WorkloadLine } from './scenario';
import { didYouMean } from './suggest';
import type { Template } from './template/template';

const LINE = 'a line of the workload';

/** One line of the section `workload`; undefined when it has a fault. */
export function readWorkloadLine(
  value: unknown,
  path: Path,
  template: Template,
  faults: FaultList,
): WorkloadLine | undefined {
  const line = readObject(Line, LINE, value, path, faults);
  if (!line) return undefined;
  const timing = readTiming(line);
  if ('message' in timing)
    faults.add(timing.member === undefined ? path : [...path, timing.member], timing.message);
  const { call, input: written } = line;
  if (!isKnownCall(call)) {
    faults.add(
      [...path, 'call'],
      `${call} is not a call that is simulated. Known: ${list(KNOWN_CALLS)}.${didYouMean(call, KNOWN_CALLS)}`,
    );
    return undefined;
  }
  const before = faults.count;
  const input = template.resolve(written, [...path, 'input']);
  if (!isJsonObject(input) || faults.count > before) return undefined;
  checkInput(call, input, [...path, 'input'], faults);
  if ('message' in timing || faults.count > before) return undefined;
  return { call, input: template.nameFunction(input), written, timing };
}

const TYPES: Readonly<Record<MemberType, readonly [what: string, is: (value: Json) => boolean]>> = {
  text: ['text', (value) => typeof value === 'string'],
  number: ['a number', (value) => typeof value === 'number'],
  boolean: ['true or false', (value) => typeof value === 'boolean'],
  object: ['an object', isJsonObject],
  any: ['any value', () => true],
};

/** The input's members are those of the API, of their types. Values out of range are AWS's to refuse, when it runs. */
function checkInput(call: KnownCall, input: JsonObject, path: Path, faults: FaultList): void {
  const { members, required } = actionOf(call);
  const known = Object.keys(members);
  for (const name of required) if (!Object.hasOwn(input, name)) faults.add(path, `${call} needs ${name}.`);
  for (const [name, value] of Object.entries(input)) {
    const type = Object.hasOwn(members, name) ? members[name] : undefined;
    if (type === undefined)
      faults.add(
        [...path, name],
        `${call} takes no ${name} here.${didYouMean(name, known) || ` It takes ${list(known)}.`}`,
      );
    else if (!TYPES[type][1](value))
      faults.add([...path, name], `${name} must be ${TYPES[type][0]}, not ${whatItIs(value)}.`);
  }
}
