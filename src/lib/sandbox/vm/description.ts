/**
 * A value of the guest, described in JSON so that the host can print it as Node would without ever holding it.
 * Objects get a number, so that a description can refer to one that is being described: a cycle.
 */
export type Description =
  | null
  | boolean
  | number
  | string
  /** undefined, and numbers that JSON lacks. */
  | { readonly t: 'undefined' | 'NaN' | 'Infinity' | '-Infinity' | '-0' }
  | { readonly t: 'bigint' | 'symbol'; readonly v: string }
  /** A string cut short: `n` is its whole length. */
  | { readonly t: 'string'; readonly v: string; readonly n: number }
  | { readonly t: 'ref'; readonly id: number }
  /** Text that stands for itself: functions, regular expressions, results of custom inspection. */
  | { readonly t: 'raw'; readonly v: string; readonly p?: readonly Property[] }
  | ObjectDescription;

export interface ObjectDescription {
  readonly t: 'object' | 'array' | 'map' | 'set' | 'date' | 'error' | 'typed' | 'boxed';
  readonly id: number;
  /** The constructor's name; null for an object without a prototype. */
  readonly c: string | null;
  /** Symbol.toStringTag, when it says something else. */
  readonly tag?: string;
  /** Own properties. */
  readonly p?: readonly Property[];
  /** Elements of arrays, typed arrays and sets; keys and values of maps in turn. */
  readonly e?: readonly (Description | Hole)[];
  /** The whole number of elements, when not all are described. */
  readonly n?: number;
  /** Time of a date, value of a boxed primitive, stack of an error. */
  readonly v?: Description;
  /** What %j prints. */
  readonly j?: string;
}

/** A missing element of an array. */
export interface Hole {
  readonly t: 'hole';
}

/** Name, whether it is a symbol, whether it is enumerable, and the value or which accessors there are. */
export type Property = readonly [
  name: string,
  symbol: 0 | 1,
  enumerable: 0 | 1,
  value: Description | { readonly t: 'accessor'; readonly get: boolean; readonly set: boolean },
];

/** The options of util.inspect that pass to the host. */
export interface InspectOptions {
  readonly depth?: number | null;
  readonly showHidden?: boolean;
  readonly colors?: boolean;
  readonly compact?: boolean | number;
  readonly breakLength?: number;
  readonly sorted?: boolean;
  readonly getters?: boolean;
  readonly maxArrayLength?: number | null;
  readonly maxStringLength?: number | null;
  readonly numericSeparator?: boolean;
}
