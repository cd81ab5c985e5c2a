type Refusal = (message: string) => Error;

const PLAIN_TYPES = [Number, String, Boolean, BigInt];

/** structuredClone for the types that the sandbox has. */
export function clone(value: unknown, refusal: Refusal): unknown {
  const seen = new Map<object, unknown>();
  const copy = (from: unknown): unknown => {
    if (typeof from === 'function') throw refusal(`${String(from)} could not be cloned.`);
    if (typeof from === 'symbol') throw refusal(`${String(from)} could not be cloned.`);
    if (typeof from !== 'object' || from === null) return from;
    if (seen.has(from)) return seen.get(from);
    return copyObject(from);
  };
  const remember = <T>(from: object, to: T): T => {
    seen.set(from, to);
    return to;
  };
  const copyObject = (from: object): unknown => {
    if (from instanceof Date) return remember(from, new Date(from.getTime()));
    if (from instanceof RegExp) return remember(from, new RegExp(from.source, from.flags));
    if (PLAIN_TYPES.some((type) => from instanceof type)) return remember(from, Object(from.valueOf()));
    if (from instanceof ArrayBuffer) return remember(from, from.slice(0));
    if (ArrayBuffer.isView(from)) return copyView(from);
    if (from instanceof Map) {
      const map = remember(from, new Map());
      for (const [key, item] of from) map.set(copy(key), copy(item));
      return map;
    }
    if (from instanceof Set) {
      const set = remember(from, new Set());
      for (const item of from) set.add(copy(item));
      return set;
    }
    if (from instanceof Error) return copyError(from);
    if (from instanceof Promise || from instanceof WeakMap || from instanceof WeakSet)
      throw refusal(`#<${from.constructor.name}> could not be cloned.`);
    const to: Record<string, unknown> = remember(from, Array.isArray(from) ? Array(from.length) : {});
    for (const key of Object.keys(from)) to[key] = copy((from as Record<string, unknown>)[key]);
    return to;
  };
  const copyView = (from: ArrayBufferView): unknown => {
    const buffer = copy(from.buffer);
    const Type = from.constructor as new (buffer: unknown, offset: number, length: number) => object;
    const length = 'length' in from ? Number(from.length) : from.byteLength;
    return remember(from, new Type(buffer, from.byteOffset, length));
  };
  const copyError = (from: Error): Error => {
    const Type =
      { RangeError, TypeError, SyntaxError, ReferenceError, EvalError, URIError }[from.name] ?? Error;
    const to = remember(from, new Type(from.message));
    if (from.stack !== undefined) to.stack = from.stack;
    if ('cause' in from) Object.defineProperty(to, 'cause', { value: copy(from.cause), configurable: true });
    return to;
  };
  return copy(value);
}
