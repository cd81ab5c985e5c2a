import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { uuidAt } from '../identity';
import { microseconds, type Microseconds } from '../units';
import { Column } from './column';
import type { Fields, FieldType, FieldValues, RecordId, RecordKind, TraceRecord } from './record-kind';
import { Texts } from './texts';

/** The simulation stops with {@link TraceFullError} beyond these. */
const TRACE_RECORDS_MAX = 50_000_000;
export const TRACE_CHARACTERS_MAX = 256 * 1024 * 1024;

/** The trace has reached its bound: the run ends here, what is recorded stays readable. */
export class TraceFullError extends Error {
  override readonly name = 'TraceFullError';
}

export interface AppendOptions {
  /** The record that brought this one about, or several, the main one first. */
  readonly cause?: RecordId | readonly RecordId[] | undefined;
  /** Ids of the rules that decided it. */
  readonly rules?: readonly string[];
}

const NO_CAUSE = -1;
const KIND_BITS = 8;
const KIND_MASK = 2 ** KIND_BITS - 1;
/** Stands for an undefined value in the data column. */
const UNDEFINED = -(2 ** 31);
/** Values from here up stand in the data column themselves; below it, the number is a place among the large ones. */
const LEAST_SMALL = -(2 ** 30);

/**
 * Everything that happened, in order, append-only: columns of numbers and strings held once. Logs, metrics, the
 * timeline and the bill are read from it. Records never change and never go backwards in time.
 */
export class Trace {
  readonly seed: number;
  /** Number of the kind in the low 8 bits, of the rule set above them. */
  readonly #head = new Column((size) => new Int32Array(size));
  readonly #at = new Column((size) => new Float64Array(size));
  readonly #cause = new Column((size) => new Int32Array(size));
  /** A second cause is common, further ones are rare. */
  readonly #secondCause = new Column((size) => new Int32Array(size));
  readonly #offset = new Column((size) => new Int32Array(size));
  /** Fields one after another; what 31 bits cannot hold stands in {@link #large}, and its place here. */
  readonly #data = new Column((size) => new Int32Array(size));
  readonly #large = new Column((size) => new Float64Array(size));
  readonly #texts = new Texts();
  readonly #kinds: {
    readonly name: string;
    readonly names: readonly string[];
    readonly types: readonly FieldType[];
  }[] = [];
  readonly #kindNumbers = new Map<string, number>();
  /** Rule sets held once each; 0 is the empty one. */
  readonly #ruleSets: (readonly string[])[] = [[]];
  readonly #ruleSetNumbers = new Map<readonly string[] | string, number>([['', 0]]);
  readonly #furtherCauses = new Map<RecordId, readonly RecordId[]>();
  #lastAt = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** How many records there are; the newest has the id `length - 1`. */
  get length(): number {
    return this.#head.length;
  }

  append<F extends Fields>(
    kind: RecordKind<F>,
    at: Microseconds,
    values: FieldValues<F>,
    { cause, rules }: AppendOptions = {},
  ): RecordId {
    if (at < this.#lastAt)
      throw new Error(`${kind.name} at ${at} µs comes after a record at ${this.#lastAt} µs`);
    const id = this.length;
    if (id >= TRACE_RECORDS_MAX || this.#texts.characters > TRACE_CHARACTERS_MAX)
      throw new TraceFullError(
        `the trace is full: ${id} records, ${this.#texts.characters} characters of text`,
      );
    this.#lastAt = at;
    const kindNumber = this.#kindNumber(kind);
    this.#head.push(kindNumber | ((rules ? this.#ruleSetNumber(rules) : 0) << KIND_BITS));
    this.#at.push(at);
    if (cause === undefined || typeof cause === 'number') {
      this.#cause.push(cause ?? NO_CAUSE);
      this.#secondCause.push(NO_CAUSE);
    } else {
      this.#cause.push(cause[0] ?? NO_CAUSE);
      this.#secondCause.push(cause[1] ?? NO_CAUSE);
      if (cause.length > 2) this.#furtherCauses.set(id, cause.slice(2));
    }
    this.#offset.push(this.#data.length);
    const shape = this.#kinds[kindNumber];
    if (!shape) throw new Error(`unknown kind ${kind.name}`);
    // A loose view of what the types have already checked: plain look-ups are several times faster than Reflect.get.
    const loose: Readonly<Record<string, unknown>> = values;
    for (let index = 0; index < shape.names.length; index++) {
      const name = shape.names[index];
      const type = shape.types[index];
      if (name !== undefined && type !== undefined)
        this.#data.push(this.#encode(kind.name, name, type, loose[name]));
    }
    return id;
  }

  record(id: RecordId): TraceRecord {
    const shape = this.#kinds[this.#head.get(id) & KIND_MASK];
    if (!shape) throw new Error(`record ${id} has no kind`);
    const offset = this.#offset.get(id);
    const values: Record<string, TraceRecord['values'][string]> = {};
    for (let index = 0; index < shape.names.length; index++) {
      const name = shape.names[index];
      const type = shape.types[index];
      if (name !== undefined && type !== undefined)
        values[name] = this.#decode(type, this.#data.get(offset + index));
    }
    return { id, kind: shape.name, at: this.at(id), causes: this.causes(id), rules: this.rules(id), values };
  }

  /** Name of a record's kind, without reading the record. */
  kind(id: RecordId): string {
    return this.#kinds[this.#head.get(id) & KIND_MASK]?.name ?? '';
  }

  at(id: RecordId): Microseconds {
    return microseconds(this.#at.get(id));
  }

  causes(id: RecordId): readonly RecordId[] {
    const first = this.#cause.get(id);
    if (first === NO_CAUSE) return [];
    const second = this.#secondCause.get(id);
    if (second === NO_CAUSE) return [first];
    return [first, second, ...(this.#furtherCauses.get(id) ?? [])];
  }

  rules(id: RecordId): readonly string[] {
    return this.#ruleSets[this.#head.get(id) >>> KIND_BITS] ?? [];
  }

  /** The number of records at or before `time`: the position in the trace that a moment stands for. */
  positionAt(time: Microseconds): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#at.get(middle) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Records from position `from` (default the start) up to before `to` (default the end). */
  *records(from = 0, to = this.length): Generator<TraceRecord> {
    for (let id = from; id < to; id++) yield this.record(id);
  }

  /** Records of one kind, typed. */
  *ofKind<F extends Fields>(kind: RecordKind<F>, from = 0, to = this.length): Generator<TraceRecord<F>> {
    const number = this.#kindNumbers.get(kind.name);
    if (number === undefined) return;
    for (let id = from; id < to; id++) {
      // Sound: the record was appended with the fields of this very kind.
      if ((this.#head.get(id) & KIND_MASK) === number) yield this.record(id) as TraceRecord<F>;
    }
  }

  /** How often each rule was cited, by rule id, in the order of first citation. */
  ruleCounts(): Map<string, number> {
    const bySet = new Map<number, number>();
    for (let id = 0; id < this.length; id++) {
      const set = this.#head.get(id) >>> KIND_BITS;
      if (set !== 0) bySet.set(set, (bySet.get(set) ?? 0) + 1);
    }
    const counts = new Map<string, number>();
    for (const [set, times] of bySet)
      for (const rule of this.#ruleSets[set] ?? []) counts.set(rule, (counts.get(rule) ?? 0) + times);
    return counts;
  }

  /** SHA-256 of everything recorded, in hexadecimal: equal exactly when two runs did the same. */
  hash(): string {
    const hash = sha256.create();
    const separator = new Uint8Array([0]);
    const add = (text: string) => hash.update(utf8ToBytes(text)).update(separator);
    for (const { name, names, types } of this.#kinds) add(`${name}(${names.join()}:${types.join()})`);
    for (const set of this.#ruleSets) add(set.join());
    for (const text of this.#texts) add(text);
    for (const [id, causes] of this.#furtherCauses) add(`${id}<${causes.join()}`);
    for (const column of [this.#head, this.#at, this.#cause, this.#secondCause, this.#data, this.#large])
      for (const part of column.bytes()) hash.update(part);
    return bytesToHex(hash.digest());
  }

  #encode(kind: string, name: string, type: FieldType, value: unknown): number {
    switch (typeof value) {
      case 'number':
        if (!Number.isSafeInteger(value))
          throw new Error(`${kind}.${name} must be a whole number, not ${value}`);
        return value >= LEAST_SMALL && value < 2 ** 31 ? value : this.#addLarge(value);
      case 'string':
        return type === 'blob' ? this.#texts.addBlob(value) : this.#texts.intern(value);
      case 'boolean':
        return value ? 1 : 0;
      case 'undefined':
        return UNDEFINED;
      default:
        throw new Error(`${kind}.${name} cannot hold a ${typeof value}`);
    }
  }

  #addLarge(value: number): number {
    const place = this.#large.length;
    this.#large.push(value);
    return LEAST_SMALL - 1 - place;
  }

  #decode(type: FieldType, stored: number): TraceRecord['values'][string] {
    if (stored === UNDEFINED) return undefined;
    switch (type) {
      case 'text':
      case 'text?':
      case 'blob':
        return this.#texts.get(stored);
      case 'flag':
        return stored === 1;
      default: {
        const value = stored >= LEAST_SMALL ? stored : this.#large.get(LEAST_SMALL - 1 - stored);
        return type === 'id' || type === 'id?' ? uuidAt(this.seed, value) : value;
      }
    }
  }

  #kindNumber(kind: { readonly name: string; readonly fields: Fields }): number {
    let number = this.#kindNumbers.get(kind.name);
    if (number === undefined) {
      number = this.#kinds.length;
      if (number > KIND_MASK) throw new Error(`more than ${KIND_MASK + 1} kinds of record`);
      this.#kinds.push({
        name: kind.name,
        names: Object.keys(kind.fields),
        types: Object.values(kind.fields),
      });
      this.#kindNumbers.set(kind.name, number);
    }
    return number;
  }

  #ruleSetNumber(rules: readonly string[]): number {
    // Most callers pass the same constant array again: found by identity before by content.
    let number = this.#ruleSetNumbers.get(rules);
    if (number !== undefined) return number;
    const key = rules.join('\u0000');
    number = this.#ruleSetNumbers.get(key);
    if (number === undefined) {
      number = this.#ruleSets.length;
      this.#ruleSets.push([...rules]);
      this.#ruleSetNumbers.set(key, number);
    }
    if (Object.isFrozen(rules)) this.#ruleSetNumbers.set(rules, number);
    return number;
  }
}
