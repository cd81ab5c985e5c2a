import * as v from 'valibot';
import type { FaultList } from './fault-list';
import { isJsonObject } from './json';
import type { Path } from './path';
import { list, whatItIs } from './quote';
import { didYouMean } from './suggest';

/** What a member must be, in words (`a duration such as 5m`), and how its value is read: undefined when it is not that. */
export function must<Value>(be: string, read: (value: unknown) => Value | undefined) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, Value>(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: `It must be ${be}, not ${whatItIs(dataset.value)}.` });
      return NEVER;
    }),
  );
}

/**
 * Reads an object whose members are exactly those of the schema, all faults at once.
 *
 * @param thing what it is, for the messages: `a line of the workload`
 */
export function readObject<const Entries extends v.ObjectEntries>(
  schema: v.ObjectSchema<Entries, undefined>,
  thing: string,
  value: unknown,
  path: Path,
  faults: FaultList,
): v.InferOutput<v.ObjectSchema<Entries, undefined>> | undefined {
  if (!isJsonObject(value)) {
    faults.add(path, `${capital(thing)} must be an object, not ${whatItIs(value)}.`);
    return undefined;
  }
  const known = Object.keys(schema.entries);
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  for (const key of unknown)
    faults.add(
      [...path, key],
      () => `There is no ${key} in ${thing}.${didYouMean(key, known) || ` It may have ${list(known)}.`}`,
    );
  const result = v.safeParse(schema, value);
  if (result.success) return unknown.length === 0 ? result.output : undefined;
  for (const issue of result.issues) {
    const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    if (issue.kind === 'schema') faults.add(path, `${list(keys.map(String))} is missing from ${thing}.`);
    else faults.add([...path, ...keys], issue.message);
  }
  return undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
