import type { Description, ObjectDescription, Property } from './description';
import type { Kit } from './kit';
import { kindOf } from './kinds';

/** Beyond so many objects, a description names the rest without looking inside. */
const MAX_OBJECTS = 5_000;

const MAX_STRING = 10_100;
const CUSTOM = Symbol.for('nodejs.util.inspect.custom');

export interface DescribeOptions {
  /** How many levels below the value are printed. */
  readonly depth: number;
  readonly showHidden: boolean;
  readonly json: boolean;
  /** util.inspect, for objects that describe themselves. */
  readonly inspect: (value: unknown, options?: object) => string;
}

/** Describes a value as {@link Description}. Getters are not called; proxies and custom inspection are. */
export function createDescriber(kit: Kit, options: DescribeOptions): (value: unknown) => Description {
  const ids = new Map<object, number>();
  const kinds = kindOf(kit);

  const describe = (value: unknown, level: number): Description => {
    switch (typeof value) {
      case 'undefined':
        return { t: 'undefined' };
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { t: Object.is(value, -0) ? '-0' : (String(value) as 'NaN') };
      case 'string':
        return value.length <= MAX_STRING
          ? value
          : { t: 'string', v: value.slice(0, MAX_STRING), n: value.length };
      case 'bigint':
        return { t: 'bigint', v: String(value) };
      case 'symbol':
        return { t: 'symbol', v: value.description ?? '' };
      case 'object':
      case 'function':
        return value === null ? null : describeObject(value, level);
      default:
        return value as boolean;
    }
  };

  const describeObject = (value: object, level: number): Description => {
    const known = ids.get(value);
    if (known !== undefined) return { t: 'ref', id: known };
    const custom = (value as Record<symbol, unknown>)[CUSTOM];
    if (typeof custom === 'function' && custom !== options.inspect) {
      const shown: unknown = Reflect.apply(custom, value, [
        options.depth - level,
        { ...options },
        options.inspect,
      ]);
      if (shown !== value) return typeof shown === 'string' ? { t: 'raw', v: shown } : describe(shown, level);
    }
    const id = ids.size;
    ids.set(value, id);
    const deep = level > options.depth || id > MAX_OBJECTS;
    const properties = propertiesOf(value, deep, level);
    const raw = kinds.raw(value);
    if (raw !== undefined) return { t: 'raw', v: raw, ...(properties.length > 0 ? { p: properties } : {}) };
    const whole: Record<string, unknown> = {
      ...kinds.describe(value, deep, (each) => describe(each, level + 1)),
      id,
    };
    if (properties.length > 0) whole['p'] = properties;
    if (options.json) whole['j'] = jsonOf(value);
    return whole as unknown as ObjectDescription;
  };

  const propertiesOf = (value: object, deep: boolean, level: number): Property[] => {
    const found: Property[] = [];
    const isList = Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof String;
    for (const key of Reflect.ownKeys(value)) {
      if (isList && typeof key === 'string' && /^\d+$/.test(key)) continue;
      const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
      if (!descriptor || (!descriptor.enumerable && !options.showHidden && !isShownAnyway(value, key)))
        continue;
      const { get, set } = descriptor;
      const shown: Property[3] =
        get || set
          ? { t: 'accessor', get: get !== undefined, set: set !== undefined }
          : deep
            ? null
            : describe(descriptor.value, level + 1);
      const name = typeof key === 'symbol' ? (key.description ?? '') : key;
      found.push([name, typeof key === 'symbol' ? 1 : 0, descriptor.enumerable ? 1 : 0, shown]);
      if (deep || found.length >= MAX_OBJECTS) break;
    }
    return found;
  };
  return (value) => describe(value, 0);
}

/** Node prints the cause of an error, and the errors of an AggregateError, though they are not enumerable. */
function isShownAnyway(value: object, key: string | symbol): boolean {
  return value instanceof Error && (key === 'cause' || key === 'errors');
}

function jsonOf(value: object): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return '"[Circular]"';
  }
}
