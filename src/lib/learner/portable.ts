/** The learner's records as a file to keep, and back. */
import * as v from 'valibot';
import { STORE_NAMES, type Records, type RecordTypes, type StoreName } from './records';
import { LIMITS, parseRecord, type Parsed } from './schema';

const FORMAT = 'coldstart-learner';
const VERSION = 1;

/** Records as lists of [key, record]: a key can then be any text, `__proto__` too. */
export function toPortable(records: Records): string {
  const lists = STORE_NAMES.map((name) => [name, [...records[name]]] as const);
  return JSON.stringify({ format: FORMAT, version: VERSION, ...Object.fromEntries(lists) }, null, 1);
}

const entries = v.optional(
  v.pipe(v.array(v.tuple([v.unknown(), v.unknown()])), v.maxLength(LIMITS.records)),
  [],
);
const envelope = v.object({
  format: v.literal(FORMAT),
  version: v.number(),
  steps: entries,
  answers: entries,
  drafts: entries,
});

export interface Imported {
  readonly records: Records;
  /** Records that were left out, with the reason. */
  readonly faults: readonly { readonly where: string; readonly reason: string }[];
}

/** Reads an exported file. A record that cannot be read is left out and named; the rest is taken. */
export function fromPortable(text: string): Parsed<Imported> {
  if (text.length > LIMITS.file) return { ok: false, reason: 'the file is larger than any export can be' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      reason: `the file is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`,
    };
  }
  const result = v.safeParse(envelope, json, { abortEarly: true });
  if (!result.success) {
    const path = v.getDotPath(result.issues[0]) ?? 'the file';
    return {
      ok: false,
      reason: `the file is not an export of Coldstart: ${path}: ${result.issues[0].message}`,
    };
  }
  if (result.output.version !== VERSION)
    return {
      ok: false,
      reason: `the file has version ${result.output.version}; this page reads version ${VERSION}`,
    };
  const faults: { where: string; reason: string }[] = [];
  const read = <Name extends StoreName>(name: Name): Map<string, RecordTypes[Name]> => {
    const records = new Map<string, RecordTypes[Name]>();
    result.output[name].forEach(([key, value], index) => {
      const parsed = parseRecord(name, key, value);
      if (parsed.ok) records.set(String(key), parsed.value);
      else faults.push({ where: `${name}[${index}]`, reason: parsed.reason });
    });
    return records;
  };
  const records = { steps: read('steps'), answers: read('answers'), drafts: read('drafts') };
  return { ok: true, value: { records, faults } };
}
