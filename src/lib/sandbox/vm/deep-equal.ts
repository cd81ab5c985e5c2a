/** util.isDeepStrictEqual. Pairs that are being compared count as equal, so cycles end. */
export function isDeepEqual(a: unknown, b: unknown, strict = true, open: [unknown, unknown][] = []): boolean {
  if (strict ? Object.is(a, b) : a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  if (!isObject(a) || !isObject(b)) return !strict && !isObject(a) && !isObject(b) && looselyEqual(a, b);
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (open.some(([left, right]) => left === a && right === b)) return true;
  const inner = [...open, [a, b] as [unknown, unknown]];
  const same = (left: unknown, right: unknown): boolean => isDeepEqual(left, right, strict, inner);

  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof RegExp && b instanceof RegExp) return String(a) === String(b);
  if (a instanceof Error && b instanceof Error && (a.message !== b.message || a.name !== b.name))
    return false;
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)));
  if (a instanceof Set && b instanceof Set)
    return (
      a.size === b.size && [...a].every((item) => b.has(item) || [...b].some((other) => same(item, other)))
    );
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as never)[key], (b as never)[key]))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What `==` says of two primitives. */
function looselyEqual(a: unknown, b: unknown): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  return typeof a === typeof b ? a === b : Number(a) === Number(b);
}
