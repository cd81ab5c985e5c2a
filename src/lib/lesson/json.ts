import type { Json } from './types';

/** Reads JSON text; undefined when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    // Sound: JSON.parse without a reviver gives exactly the values that Json describes.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A member of a JSON object; undefined when the value is not an object or has no such member of its own. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (value === undefined || value === null || typeof value !== 'object' || isList(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A value as a message quotes it: JSON, cut when it is long. */
export function quote(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > QUOTE_LENGTH_MAX ? `${text.slice(0, QUOTE_LENGTH_MAX)}…` : text;
}

const QUOTE_LENGTH_MAX = 120;
