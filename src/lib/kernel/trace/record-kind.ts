import type { Microseconds } from '../units';
import type { Description } from './description';

/**
 * What a field of a record holds. `id` is the number of a UUID of the trace's seed (written as a number, read as the
 * UUID); `blob` is text that is seldom the same twice (a payload); the types with `?` may be undefined.
 */
export interface FieldTypes {
  integer: number;
  'integer?': number | undefined;
  text: string;
  'text?': string | undefined;
  blob: string;
  flag: boolean;
  time: Microseconds;
  'time?': Microseconds | undefined;
  id: number;
  'id?': number | undefined;
}

export type FieldType = keyof FieldTypes;
export type Fields = Readonly<Record<string, FieldType>>;

/** The values that a record of these fields is appended with. Fields that may be undefined may be left out. */
export type FieldValues<F extends Fields> = {
  readonly [K in keyof F as undefined extends FieldTypes[F[K]] ? never : K]: FieldTypes[F[K]];
} & {
  readonly [K in keyof F as undefined extends FieldTypes[F[K]] ? K : never]?: FieldTypes[F[K]];
};

/** The values of a record as they are read back. */
export type ReadValues<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends 'id'
    ? string
    : F[K] extends 'id?'
      ? string | undefined
      : FieldTypes[F[K]];
};

/** The number of a record in its trace, from 0. */
export type RecordId = number;

export interface TraceRecord<F extends Fields = Fields> {
  readonly id: RecordId;
  /** Name of the kind: `lambda.start`. */
  readonly kind: string;
  readonly at: Microseconds;
  /** The records that brought this one about, the main one first. */
  readonly causes: readonly RecordId[];
  /** Ids of the rules that decided it. */
  readonly rules: readonly string[];
  readonly values: ReadValues<F>;
}

/** A kind of record: what it holds, and how it is told. Define each one once, with {@link recordKind}. */
export interface RecordKind<F extends Fields = Fields> {
  readonly name: string;
  readonly fields: F;
  /** Tells one record in structured parts; never HTML. */
  describe(record: TraceRecord<F>): Description;
}

const kinds = new Map<string, RecordKind>();

/** Defines a kind of record with its describer. Names are unique: `service.what-happened`. */
export function recordKind<const F extends Fields>(
  name: string,
  fields: F,
  describe: (record: TraceRecord<F>) => Description,
): RecordKind<F> {
  const kind: RecordKind<F> = { name, fields, describe };
  kinds.set(name, kind);
  return kind;
}

/** The words for a record: each kind has its describer. */
export function describe(record: TraceRecord): Description {
  const kind = kinds.get(record.kind);
  if (!kind) throw new Error(`no describer for records of kind ${record.kind}`);
  return kind.describe(record);
}

export function isKind<F extends Fields>(record: TraceRecord, kind: RecordKind<F>): record is TraceRecord<F> {
  return record.kind === kind.name;
}
