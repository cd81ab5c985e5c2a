import type { FaultList } from '../fault-list';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { list, quote, whatItIs } from '../quote';
import { didYouMean } from '../suggest';
import {
  ATTRIBUTES,
  FUNCTION_TYPES,
  isFunctionType,
  OTHER_ATTRIBUTES,
  type FunctionType,
} from './properties';

export interface FunctionResource {
  readonly type: FunctionType;
  readonly properties: JsonObject;
}

/** The outer shape of one resource; undefined when it is no function that can be read. */
export function readResource(
  logicalId: string,
  resource: Json,
  resources: readonly string[],
  faults: FaultList,
): FunctionResource | undefined {
  const path = ['template', 'Resources', logicalId];
  if (!/^[A-Za-z0-9]{1,255}$/.test(logicalId))
    faults.add(path, `Template format error: Resource name ${logicalId.slice(0, 100)} is non alphanumeric.`);
  if (!isJsonObject(resource)) {
    faults.add(path, `A resource must be an object with Type and Properties, not ${whatItIs(resource)}.`);
    return undefined;
  }
  checkAttributes(path, resource, resources, faults);
  const { Type: type, Properties: properties = {} } = resource;
  if (typeof type !== 'string') {
    faults.add(
      type === undefined ? path : [...path, 'Type'],
      `Template format error: [/Resources/${logicalId}] Every Resources object must contain a Type member.`,
    );
    return undefined;
  }
  if (!isFunctionType(type)) {
    faults.add([...path, 'Type'], unknownType(type));
    return undefined;
  }
  if (isJsonObject(properties)) return { type, properties };
  faults.add([...path, 'Properties'], `Properties must be an object, not ${whatItIs(properties)}.`);
  return undefined;
}

function checkAttributes(
  path: readonly string[],
  resource: JsonObject,
  resources: readonly string[],
  faults: FaultList,
): void {
  const known = ['Type', 'Properties', ...ATTRIBUTES];
  for (const key of Object.keys(resource)) {
    if (known.includes(key)) continue;
    faults.add(
      [...path, key],
      OTHER_ATTRIBUTES.includes(key)
        ? `AWS has the resource attribute ${key}; this simulator does not model it yet.`
        : `A resource has no ${key}.${didYouMean(key, known) || ` It may have ${list(known)}.`} Properties of the function belong under Properties.`,
    );
  }
  const dependsOn = resource['DependsOn'] ?? [];
  for (const name of Array.isArray(dependsOn) ? dependsOn : [dependsOn])
    if (typeof name !== 'string' || !resources.includes(name))
      faults.add(
        [...path, 'DependsOn'],
        `Template format error: Unresolved resource dependencies [${typeof name === 'string' ? name.slice(0, 100) : quote(name)}] in the Resources block of the template.`,
      );
}

function unknownType(type: string): string {
  const supported = `Simulated so far: ${list(FUNCTION_TYPES)}.`;
  const hint = didYouMean(type, FUNCTION_TYPES);
  if (hint !== '') return `There is no resource type ${quote(type)}.${hint}`;
  return /^AWS::\w+::\w+$/.test(type)
    ? `Resources of the type ${type} are not simulated yet. ${supported}`
    : `${quote(type)} is no resource type of AWS. ${supported}`;
}
