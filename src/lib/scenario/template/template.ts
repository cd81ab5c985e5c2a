import type { FunctionConfiguration } from '$lib/services/lambda/configuration';
import type { FaultList, FaultSink } from '../fault-list';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json';
import type { Path } from '../path';
import { list, quote, whatItIs } from '../quote';
import { didYouMean } from '../suggest';
import { readFunction } from './function-resource';
import { mergeGlobals, readFunctionGlobals } from './globals';
import { Intrinsics } from './intrinsics';
import { Names } from './names';
import { readParameters } from './parameters';
import { OTHER_SECTIONS, SECTIONS } from './properties';
import { readResource, type FunctionResource } from './resource';

const SAM = 'AWS::Serverless-2016-10-31';
const RESOURCES_MAX = 500;

/** A template that has been read: its functions, and what its names stand for. */
export interface Template {
  readonly functions: ReadonlyMap<string, FunctionConfiguration>;
  /** Works out the functions (Ref and its like) in a value of the workload. */
  resolve(value: Json, path: Path): Json;
  /** An input with the logical ID in its `FunctionName` replaced by the function's name. */
  nameFunction(input: JsonObject): JsonObject;
}

/** Reads the section `template`. Faults and warnings say what is wrong with it; what can be read is read. */
export function readTemplate(
  template: JsonObject,
  files: ReadonlyMap<string, string>,
  faults: FaultList,
  warnings: FaultList,
): Template {
  checkSections(template, faults);
  const transformed = readTransform(template['Transform'], faults);
  if (template['Globals'] !== undefined && !transformed)
    faults.add(['template', 'Globals'], `Globals needs the line Transform: ${SAM} in the template.`);
  const globals = readFunctionGlobals(template['Globals'], faults);
  const resources = readResources(template['Resources'], faults);
  const names = new Names(readParameters(template['Parameters'], faults), resources);
  const functions = new Map<string, FunctionConfiguration>();
  for (const [logicalId, written] of Object.entries(resources)) {
    const resource = readResource(logicalId, written, names.resources, faults);
    if (!resource) continue;
    const serverless = resource.type === 'AWS::Serverless::Function';
    if (serverless && !transformed)
      faults.add(
        ['template', 'Resources', logicalId, 'Type'],
        `AWS::Serverless::Function needs the line Transform: ${SAM} in the template.`,
      );
    const place = originOf(logicalId, resource);
    const own: FaultSink = { add: (path, message) => faults.add(place(path), message) };
    const properties = new Intrinsics(names, own).resolve(
      serverless ? mergeGlobals(globals, resource.properties) : resource.properties,
      [],
    );
    if (!isJsonObject(properties)) continue;
    const found = readFunction({ type: resource.type, logicalId, properties, files }, own, {
      add: (path, message) => warnings.add(place(path), message),
    });
    if (found) functions.set(logicalId, found);
  }
  refuseSharedNames(functions, faults);
  resolveOutputs(template['Outputs'], names, faults);
  return {
    functions,
    resolve: (value, path) => new Intrinsics(names, faults).resolve(value, path),
    nameFunction(input) {
      const name = input['FunctionName'];
      const found = typeof name === 'string' ? functions.get(name) : undefined;
      return found && found.functionName !== name ? { ...input, FunctionName: found.functionName } : input;
    },
  };
}

function checkSections(template: JsonObject, faults: FaultList): void {
  for (const key of Object.keys(template)) {
    if (SECTIONS.includes(key)) continue;
    faults.add(
      ['template', key],
      OTHER_SECTIONS.includes(key)
        ? `AWS has the template section ${key}; this simulator does not model it yet.`
        : `Invalid template property: ${key.slice(0, 100)}. A template may have ${list(SECTIONS)}.${didYouMean(key, SECTIONS)}`,
    );
  }
  const version = template['AWSTemplateFormatVersion'];
  if (version !== undefined && version !== '2010-09-09')
    faults.add(
      ['template', 'AWSTemplateFormatVersion'],
      `Template format error: unsupported value for AWSTemplateFormatVersion. It is '2010-09-09', not ${quote(version)}.`,
    );
}

/** Whether SAM's transform is asked for. */
function readTransform(transform: Json | undefined, faults: FaultList): boolean {
  if (transform === undefined) return false;
  const wanted = isJsonList(transform) ? transform : [transform];
  for (const name of wanted)
    if (name !== SAM)
      faults.add(['template', 'Transform'], `The transform ${quote(name)} is not simulated. Known: ${SAM}.`);
  return wanted.includes(SAM);
}

function readResources(section: Json | undefined, faults: FaultList): JsonObject {
  if (section !== undefined && !isJsonObject(section)) {
    faults.add(['template', 'Resources'], `Resources must be an object, not ${whatItIs(section)}.`);
    return {};
  }
  const resources = section ?? {};
  const count = Object.keys(resources).length;
  if (count === 0)
    faults.add(['template'], 'Template format error: At least one Resources member must be defined.');
  if (count <= RESOURCES_MAX) return resources;
  faults.add(
    ['template', 'Resources'],
    `Template format error: Number of resources, ${count}, is greater than maximum allowed, ${RESOURCES_MAX}.`,
  );
  return {};
}

/** Where a property is written: in the resource, or else in the globals. */
function originOf(logicalId: string, { properties }: FunctionResource): (path: Path) => Path {
  return (path) => {
    let inside: Json | undefined = properties;
    for (const key of path) {
      if (isJsonList(inside) && typeof key === 'number') inside = inside[key];
      else if (isJsonObject(inside) && typeof key === 'string' && Object.hasOwn(inside, key))
        inside = inside[key];
      else inside = undefined;
      if (inside === undefined) break;
    }
    return inside === undefined
      ? ['template', 'Globals', 'Function', ...path]
      : ['template', 'Resources', logicalId, 'Properties', ...path];
  };
}

function refuseSharedNames(functions: ReadonlyMap<string, FunctionConfiguration>, faults: FaultList): void {
  const owners = new Map<string, string>();
  for (const [logicalId, { functionName }] of functions) {
    const owner = owners.get(functionName);
    if (owner !== undefined)
      faults.add(
        ['template', 'Resources', logicalId, 'Properties', 'FunctionName'],
        `Function already exist: ${functionName}. ${owner} has this name too.`,
      );
    else owners.set(functionName, logicalId);
  }
}

/** Outputs have no effect; what they refer to must exist all the same. */
function resolveOutputs(outputs: Json | undefined, names: Names, faults: FaultList): void {
  if (outputs !== undefined) new Intrinsics(names, faults).resolve(outputs, ['template', 'Outputs']);
}
