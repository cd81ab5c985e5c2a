import { Op } from './bridge';
import type { Kit } from './kit';

/** node:crypto: digests, keyed digests and random values. The host computes; random values come from the seed. */
export default function make(kit: Kit): object {
  const { Buffer } = kit.builtin('buffer') as { Buffer: typeof globalThis.Buffer };
  const ask = (name: string, ...args: readonly unknown[]): unknown => kit.ask(Op.crypto, name, ...args);
  const bytesOf = (data: unknown, encoding: unknown): Buffer => {
    if (typeof data === 'string')
      return Buffer.from(data, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
    if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    throw Object.assign(
      new TypeError(
        'The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView.',
      ),
      { code: 'ERR_INVALID_ARG_TYPE' },
    );
  };
  const exact = (view: Buffer): ArrayBuffer =>
    view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer;

  class Digest {
    readonly #parts: Buffer[] = [];
    readonly #compute: (content: ArrayBuffer) => ArrayBuffer;
    #done = false;
    constructor(compute: (content: ArrayBuffer) => ArrayBuffer) {
      this.#compute = compute;
    }
    update(data: unknown, encoding?: unknown): this {
      if (this.#done)
        throw Object.assign(new Error('Digest already called'), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
      this.#parts.push(bytesOf(data, encoding));
      return this;
    }
    digest(encoding?: BufferEncoding): Buffer | string {
      if (this.#done)
        throw Object.assign(new Error('Digest already called'), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
      this.#done = true;
      const result = Buffer.from(this.#compute(exact(Buffer.concat(this.#parts))));
      return encoding === undefined ? result : result.toString(encoding);
    }
  }
  const createHash = (algorithm: unknown): Digest => {
    ask('check', String(algorithm));
    return new Digest((content) => ask('hash', String(algorithm), content) as ArrayBuffer);
  };
  const createHmac = (algorithm: unknown, key: unknown): Digest => {
    ask('check', String(algorithm));
    const secret = exact(bytesOf(key, 'utf8'));
    return new Digest((content) => ask('hmac', String(algorithm), content, secret) as ArrayBuffer);
  };
  const randomBytes = (size: number, callback?: (error: null, bytes: Buffer) => void): Buffer | undefined => {
    const bytes = Buffer.from(ask('random', size) as ArrayBuffer);
    if (!callback) return bytes;
    kit.setImmediate(() => callback(null, bytes));
    return undefined;
  };
  const randomInt = (low: number, high?: number): number => {
    const [from, to] = high === undefined ? [0, low] : [low, high];
    if (!(from < to)) {
      throw Object.assign(
        new RangeError(
          `The value of "max" is out of range. It must be greater than the value of "min" (${from}). Received ${to}`,
        ),
        { code: 'ERR_OUT_OF_RANGE' },
      );
    }
    return from + Math.floor(Math.random() * (to - from));
  };
  const getRandomValues = <T extends ArrayBufferView>(view: T): T => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(
      new Uint8Array(ask('random', view.byteLength) as ArrayBuffer),
    );
    return view;
  };
  const randomUUID = (): string => String(ask('uuid'));
  const timingSafeEqual = (a: Uint8Array, b: Uint8Array): boolean => {
    if (a.length !== b.length) {
      throw Object.assign(new RangeError('Input buffers must have the same byte length'), {
        code: 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
      });
    }
    return a.every((byte, index) => byte === b[index]);
  };
  const hash = (algorithm: string, data: unknown, encoding: BufferEncoding = 'hex'): unknown =>
    createHash(algorithm).update(data).digest(encoding);
  const subtle = {
    digest: (algorithm: string | { name: string }, data: ArrayBuffer | ArrayBufferView) => {
      const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
      const content = exact(bytesOf(data instanceof ArrayBuffer ? new Uint8Array(data) : data, 'utf8'));
      return new Promise((resolve) =>
        resolve(ask('hash', name.toLowerCase().replace('sha-', 'sha'), content)),
      );
    },
  };
  return {
    createHash,
    createHmac,
    hash,
    randomBytes,
    randomInt,
    randomUUID,
    timingSafeEqual,
    getHashes: () => String(ask('names')).split(' '),
    webcrypto: { getRandomValues, randomUUID, subtle },
    getRandomValues,
  };
}
