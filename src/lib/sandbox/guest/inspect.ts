import inspector from 'node-inspect-extracted';
import type { Description, InspectOptions, ObjectDescription, Property } from '../vm/description';

/** The host pads cut strings and lists up to this length, so that Node's "… more" says the right number. */
const MAX_PADDING = 1_000_000;

/** Prints described values as Node's util.format (or util.inspect, for a single one) prints the real ones. */
export function printDescriptions(
  values: readonly Description[],
  options: InspectOptions,
  single: boolean,
): string {
  const rebuild = new Rebuilder();
  const rebuilt = values.map((value) => rebuild.value(value));
  return single ? inspector.inspect(rebuilt[0], options) : inspector.formatWithOptions(options, ...rebuilt);
}

/** Makes lifeless copies on the host: no code, no prototypes of the guest, only what printing looks at. */
class Rebuilder {
  private readonly objects = new Map<number, object>();
  private readonly prototypes = new Map<string, object>();

  value(from: Description | { readonly t: 'hole' }): unknown {
    if (typeof from !== 'object' || from === null) return from;
    switch (from.t) {
      case 'undefined':
      case 'hole':
        return undefined;
      case 'bigint':
        return BigInt(from.v);
      case 'symbol':
        return Symbol(from.v);
      case 'string':
        return from.v + ' '.repeat(Math.min(from.n - from.v.length, MAX_PADDING));
      case 'ref':
        return this.objects.get(from.id);
      case 'raw':
        return this.raw(from.v, from.p);
      case 'NaN':
      case 'Infinity':
      case '-Infinity':
      case '-0':
        return Number(from.t);
      default:
        return this.object(from);
    }
  }

  private raw(text: string, properties: readonly Property[] | undefined): unknown {
    const rest = properties ? this.define({}, properties) : undefined;
    return {
      [inspector.inspect.custom]: (depth: number, options: object) =>
        rest ? `${text} ${inspector.inspect(rest, { ...options, depth })}` : text,
    };
  }

  private object(from: ObjectDescription): object {
    const made = this.empty(from);
    this.objects.set(from.id, made);
    if (from.t !== 'date' && from.t !== 'boxed') this.fill(made, from);
    if (from.p) this.define(made, from.p);
    this.dress(made, from);
    return made;
  }

  private empty(from: ObjectDescription): object {
    switch (from.t) {
      case 'array':
        return [];
      case 'map':
        return new Map();
      case 'set':
        return new Set();
      case 'date':
        return new Date(Number(this.value(from.v ?? null)));
      case 'boxed':
        return boxed(this.value(from.v ?? null));
      case 'error':
        return errorWith(typeof from.v === 'string' ? from.v : '');
      case 'typed':
        return typedArray(from);
      default:
        return {};
    }
  }

  private fill(made: object, { e = [], n = 0 }: ObjectDescription): void {
    const total = Math.min(n, MAX_PADDING);
    if (made instanceof Map) {
      for (let at = 0; at < e.length; at += 2)
        made.set(this.value(e[at] ?? null), this.value(e[at + 1] ?? null));
      while (made.size < total) made.set(Symbol(), undefined);
    } else if (made instanceof Set) {
      for (const element of e) made.add(this.value(element));
      while (made.size < total) made.add(Symbol());
    } else if (Array.isArray(made)) {
      e.forEach((element, index) => {
        if (!isHole(element)) made[index] = this.value(element);
      });
      made.length = Math.min(n, 0xffff_ffff);
    }
  }

  private define(made: object, properties: readonly Property[]): object {
    for (const [name, symbol, enumerable, value] of properties) {
      const key = symbol === 1 ? Symbol(name) : name;
      const flags = { enumerable: enumerable === 1, configurable: true };
      Object.defineProperty(
        made,
        key,
        isAccessor(value)
          ? { ...flags, ...accessors(value) }
          : { ...flags, writable: true, value: this.value(value) },
      );
    }
    return made;
  }

  /** Gives the copy a prototype that names the constructor, and its tag. */
  private dress(made: object, { c, tag, j }: ObjectDescription): void {
    const own: unknown = Object.getPrototypeOf(made);
    if (c === null) Object.setPrototypeOf(made, null);
    else if (nameOf(own) !== c) Object.setPrototypeOf(made, this.prototype(c, own));
    if (tag !== undefined && !(Symbol.toStringTag in made))
      Object.defineProperty(made, Symbol.toStringTag, { value: tag, configurable: true });
    if (j !== undefined) Object.defineProperty(made, 'toJSON', { value: (): unknown => JSON.parse(j) });
  }

  private prototype(name: string, parent: unknown): object {
    const key = `${name} ${nameOf(parent)}`;
    const known = this.prototypes.get(key);
    if (known) return known;
    const constructor = Object.defineProperty(function () {}, 'name', { value: name });
    const made = {};
    Object.setPrototypeOf(made, typeof parent === 'object' ? parent : null);
    Object.defineProperty(made, 'constructor', { value: constructor, configurable: true });
    Object.defineProperty(constructor, 'prototype', { value: made });
    this.prototypes.set(key, made);
    return made;
  }
}

type Accessor = Extract<Property[3], { t: 'accessor' }>;

function isAccessor(value: Property[3]): value is Accessor {
  return typeof value === 'object' && value !== null && value.t === 'accessor';
}

/** Accessors that print as such and do nothing. */
function accessors({ get, set }: Accessor): PropertyDescriptor {
  return { ...(get ? { get: () => undefined } : {}), ...(set ? { set: () => undefined } : {}) };
}

function boxed(value: unknown): object {
  const made: unknown = Object(value);
  return typeof made === 'object' && made !== null ? made : {};
}

function isHole(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 't' in element && element.t === 'hole';
}

function nameOf(prototype: unknown): string {
  if (typeof prototype !== 'object' || prototype === null) return '';
  const { constructor } = prototype;
  return typeof constructor === 'function' ? constructor.name : '';
}

function errorWith(stack: string): Error {
  const error = new Error();
  Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
  return error;
}

const TYPED = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
];
const BIG = [BigInt64Array, BigUint64Array];

function typedArray({ c, e = [], n = 0 }: ObjectDescription): object {
  const length = Math.min(n, MAX_PADDING);
  const big = BIG.find((type) => type.name === c);
  if (big) {
    const made = new big(length);
    e.forEach((element, index) => (made[index] = BigInt(isText(element) ? element.v : 0)));
    return made;
  }
  const type = TYPED.find((each) => each.name === c) ?? Uint8Array;
  const made = new type(length);
  e.forEach(
    (element, index) => (made[index] = typeof element === 'number' ? element : specialNumber(element)),
  );
  return made;
}

function isText(element: unknown): element is { v: string } {
  return typeof element === 'object' && element !== null && 'v' in element && typeof element.v === 'string';
}

function specialNumber(element: unknown): number {
  return typeof element === 'object' && element !== null && 't' in element ? Number(element.t) : 0;
}
