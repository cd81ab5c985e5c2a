import { readFileSync } from 'node:fs';

/**
 * A value as an object whose members are not known: an empty one when it is something else.
 *
 * @param {unknown} value
 * @returns {Readonly<Record<string, unknown>>}
 */
export function asObject(value) {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * The object in a JSON file.
 *
 * @param {string} file
 * @returns {Readonly<Record<string, unknown>> | undefined} undefined when it cannot be read
 */
export function readJson(file) {
  try {
    return asObject(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
