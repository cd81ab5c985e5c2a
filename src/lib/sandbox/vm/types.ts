const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice('[object '.length, -1);

function constructorNameOf(value: unknown): string | undefined {
  return typeof value === 'function' ? value.constructor.name : undefined;
}

/** util.types, for what can be told from inside. */
export const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  isAnyArrayBuffer: (value) => value instanceof ArrayBuffer,
  isArgumentsObject: (value) => tagOf(value) === 'Arguments',
  isArrayBuffer: (value) => value instanceof ArrayBuffer,
  isArrayBufferView: (value) => ArrayBuffer.isView(value),
  isAsyncFunction: (value) => constructorNameOf(value)?.startsWith('Async') === true,
  isBoxedPrimitive: (value) =>
    [Number, String, Boolean, BigInt, Symbol].some((type) => value instanceof type),
  isDataView: (value) => value instanceof DataView,
  isDate: (value) => value instanceof Date,
  isGeneratorFunction: (value) => constructorNameOf(value)?.endsWith('GeneratorFunction') === true,
  isGeneratorObject: (value) => tagOf(value) === 'Generator',
  isMap: (value) => value instanceof Map,
  isNativeError: (value) => value instanceof Error,
  isPromise: (value) => value instanceof Promise,
  isRegExp: (value) => value instanceof RegExp,
  isSet: (value) => value instanceof Set,
  isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: (value) => value instanceof Uint8Array,
  isWeakMap: (value) => value instanceof WeakMap,
  isWeakSet: (value) => value instanceof WeakSet,
};
