import type { FaultList } from '../fault-list';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json';
import { list, whatItIs } from '../quote';
import { didYouMean } from '../suggest';
import { intrinsic } from './intrinsics';
import { GLOBAL_SECTIONS, NOT_IN_GLOBALS, PROPERTIES } from './properties';

/** The properties that SAM's `Globals.Function` gives to every AWS::Serverless::Function. */
export function readFunctionGlobals(section: Json | undefined, faults: FaultList): JsonObject {
  if (section === undefined) return {};
  const path = ['template', 'Globals'];
  if (!isJsonObject(section)) {
    faults.add(path, `'Globals' section is invalid. It must be an object, not ${whatItIs(section)}.`);
    return {};
  }
  for (const key of Object.keys(section))
    if (key !== 'Function')
      faults.add(
        [...path, key],
        GLOBAL_SECTIONS.includes(key)
          ? `AWS has globals for ${key}; this simulator does not model it yet. It knows Function.`
          : `'Globals' section is invalid. '${key}' is not supported.${didYouMean(key, ['Function', ...GLOBAL_SECTIONS])}`,
      );
  const shared = section['Function'] ?? {};
  if (!isJsonObject(shared)) {
    faults.add(
      [...path, 'Function'],
      `'Globals' section is invalid. Function must be an object, not ${whatItIs(shared)}.`,
    );
    return {};
  }
  const supported = [
    ...PROPERTIES['AWS::Serverless::Function'].simulated,
    ...PROPERTIES['AWS::Serverless::Function'].others,
  ].filter((name) => !NOT_IN_GLOBALS.includes(name));
  for (const key of Object.keys(shared))
    if (NOT_IN_GLOBALS.includes(key))
      faults.add(
        [...path, 'Function', key],
        `'Globals' section is invalid. '${key}' is not a supported property of 'Function'. It belongs to each function. Supported: ${list(supported)}.`,
      );
  return shared;
}

/**
 * A resource's properties on top of the global ones, as SAM merges them: objects member by member, lists one after
 * the other, anything else (functions such as Ref too) is the resource's own.
 */
export function mergeGlobals(shared: Json, own: Json): Json {
  if (isJsonList(shared) && isJsonList(own)) return [...shared, ...own];
  if (!isJsonObject(shared) || !isJsonObject(own) || intrinsic(shared) || intrinsic(own)) return own;
  const merged: Record<string, Json> = { ...shared };
  for (const [key, value] of Object.entries(own)) {
    const global = merged[key];
    merged[key] = Object.hasOwn(shared, key) && global !== undefined ? mergeGlobals(global, value) : value;
  }
  return merged;
}
