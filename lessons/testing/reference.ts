import * as v from 'valibot';

/** A key of a lesson's files as the documentation lists it. */
export interface KeyText {
  readonly key: string;
  readonly description: string;
  readonly optional: boolean;
}

/** One object of a lesson's files: where it stands (`predict.options`), and its keys. */
export interface ObjectText {
  readonly path: string;
  readonly keys: readonly KeyText[];
}

/** Every object in a schema with its keys and what they are for, outermost first. */
export function objectsOf(schema: v.GenericSchema, path = ''): ObjectText[] {
  const inner = unwrap(schema);
  if (isArray(inner)) return objectsOf(inner.item, path);
  if (!isObject(inner)) return [];
  const entries = Object.entries(inner.entries);
  const keys = entries.map(([key, entry]) => ({
    key,
    description: v.getDescription(entry) ?? '',
    optional: isOptional(entry),
  }));
  const nested = entries.flatMap(([key, entry]) => objectsOf(entry, path === '' ? key : `${path}.${key}`));
  return [{ path, keys }, ...nested];
}

function unwrap(schema: v.GenericSchema): v.GenericSchema {
  return isOptional(schema) ? unwrap(schema.wrapped) : schema;
}

function isOptional(schema: v.GenericSchema): schema is v.OptionalSchema<v.GenericSchema, unknown> {
  return schema.type === 'optional';
}

function isArray(schema: v.GenericSchema): schema is v.ArraySchema<v.GenericSchema, undefined> {
  return schema.type === 'array';
}

function isObject(schema: v.GenericSchema): schema is v.StrictObjectSchema<v.ObjectEntries, undefined> {
  return schema.type === 'strict_object';
}
