import type { Description, ObjectDescription } from './description';
import { Op } from './bridge';
import type { Kit } from './kit';

/** Node prints 100 elements; one more shows that there are more. */
const MAX_ELEMENTS = 101;

type Inner = (value: unknown) => Description;

/** Tells what kind of object a value is, and describes what is special about it. */
export function kindOf(kit: Kit) {
  return {
    raw: (value: object) => rawText(kit, value),
    describe: (value: object, deep: boolean, inner: Inner) => describe(kit, value, deep, inner),
  };
}

/** Objects whose text needs nothing from the host. */
function rawText(kit: Kit, value: object): string | undefined {
  if (typeof value === 'function') return functionText(value);
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return promiseText(kit, value);
  if (value instanceof WeakMap || value instanceof WeakSet)
    return `${constructorName(value)} { <items unknown> }`;
  if (value instanceof WeakRef) return 'WeakRef { <ref> }';
  if (value instanceof ArrayBuffer) return bufferText(value);
  if (Object.prototype.toString.call(value) === '[object Arguments]')
    return `[Arguments] ${kit.format([Array.from(value as ArrayLike<unknown>)], true)}`;
  return undefined;
}

function functionText(value: object): string {
  const { name } = value as { name?: unknown };
  const named = typeof name === 'string' && name !== '';
  if (Function.prototype.toString.call(value).startsWith('class')) {
    const parent = Object.getPrototypeOf(value) as { name?: string };
    const label = named ? `class ${name}` : 'class (anonymous)';
    return `[${label}${parent.name ? ` extends ${parent.name}` : ''}]`;
  }
  const kind = constructorName(value) ?? 'Function';
  return named ? `[${kind}: ${name}]` : `[${kind} (anonymous)]`;
}

function promiseText(kit: Kit, value: Promise<unknown>): string {
  const PENDING = 0;
  const REJECTED = 2;
  const state = kit.host(Op.promiseState, value);
  if (state === PENDING) return 'Promise { <pending> }';
  const result = kit.format([kit.host(Op.promiseResult, value)], true);
  return state === REJECTED ? `Promise { <rejected> ${result} }` : `Promise { ${result} }`;
}

function bufferText(value: ArrayBuffer): string {
  const MAX = 50;
  const all = new Uint8Array(value);
  const shown = [...all.subarray(0, MAX)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const more = all.length > MAX ? ` ... ${all.length - MAX} more bytes` : '';
  return `ArrayBuffer { [Uint8Contents]: <${shown}${more}>, byteLength: ${all.length} }`;
}

type Kind = Omit<ObjectDescription, 'id' | 'p' | 'j'>;

function describe(kit: Kit, value: object, deep: boolean, inner: Inner): Kind {
  const base = { c: constructorName(value), ...tagOf(value) };
  if (Array.isArray(value)) return { ...base, t: 'array', ...elements(value, value.length, deep, inner) };
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const list = value as unknown as ArrayLike<unknown>;
    return { ...base, t: 'typed', ...elements(list, list.length, deep, inner) };
  }
  if (value instanceof Map) {
    const entries = deep ? [...value].slice(0, 1) : [...value].slice(0, MAX_ELEMENTS);
    return {
      ...base,
      t: 'map',
      e: entries.flatMap(([key, item]) => [inner(key), inner(item)]),
      n: value.size,
    };
  }
  if (value instanceof Set) {
    const items = [...value].slice(0, deep ? 1 : MAX_ELEMENTS);
    return { ...base, t: 'set', e: items.map(inner), n: value.size };
  }
  if (value instanceof Date) return { ...base, t: 'date', v: inner(value.getTime()) };
  if (value instanceof Error) return { ...base, t: 'error', v: kit.stackOf(value) };
  for (const type of [Number, String, Boolean, BigInt, Symbol]) {
    if (value instanceof type) return { ...base, t: 'boxed', v: inner(value.valueOf()) };
  }
  return { ...base, t: 'object' };
}

function elements(
  list: ArrayLike<unknown>,
  length: number,
  deep: boolean,
  inner: Inner,
): Pick<Kind, 'e' | 'n'> {
  const shown = Math.min(length, deep ? 1 : MAX_ELEMENTS);
  const found: NonNullable<Kind['e']>[number][] = [];
  for (let index = 0; index < shown; index++) found.push(index in list ? inner(list[index]) : { t: 'hole' });
  return { e: found, n: length };
}

/** As Node finds it: the first constructor along the prototypes that the value is an instance of. */
function constructorName(value: object): string | null {
  for (let at: unknown = value; at !== null && at !== undefined; at = Object.getPrototypeOf(at)) {
    const found: unknown = Reflect.getOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof found === 'function' && found.name !== '' && value instanceof found) return found.name;
  }
  return null;
}

function tagOf(value: object): { tag?: string } {
  const tag = (value as Record<symbol, unknown>)[Symbol.toStringTag];
  return typeof tag === 'string' && tag !== '' ? { tag } : {};
}
