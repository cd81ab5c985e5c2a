import * as v from 'valibot';
import type { RecordTypes, StoreName } from './records';

/** Limits on what is read back: a learner's own work is far below them, a hostile file is not. */
export const LIMITS = {
  /** Characters of a key: ids and paths. */
  key: 300,
  /** Characters of one file of code. */
  text: 512 * 1024,
  /** Options of a question. */
  options: 50,
  /** Records of one kind. */
  records: 5000,
  /** Characters of a whole export. */
  file: 32 * 1024 * 1024,
} as const;

const id = v.pipe(v.string(), v.maxLength(LIMITS.key));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(LIMITS.text));

const schemas: { readonly [Name in StoreName]: v.GenericSchema<unknown, RecordTypes[Name]> } = {
  steps: v.object({
    prediction: v.exactOptional(id),
    outcome: v.exactOptional(id),
    doneAt: v.exactOptional(time),
    hints: v.exactOptional(count),
    savedAt: time,
  }),
  answers: v.object({
    chosen: v.pipe(v.array(id), v.maxLength(LIMITS.options)),
    correct: v.boolean(),
    attempts: count,
    savedAt: time,
  }),
  drafts: v.object({
    text,
    kept: v.exactOptional(text),
    removed: v.exactOptional(v.boolean()),
    savedAt: time,
  }),
};

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Reads one record of unknown origin. */
export function parseRecord<Name extends StoreName>(
  store: Name,
  key: unknown,
  value: unknown,
): Parsed<RecordTypes[Name]> {
  if (typeof key !== 'string' || key === '' || key.length > LIMITS.key)
    return { ok: false, reason: 'its key is not a name' };
  const schema: v.GenericSchema<unknown, RecordTypes[Name]> = schemas[store];
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { ok: false, reason: path === null ? issue.message : `${path}: ${issue.message}` };
}
