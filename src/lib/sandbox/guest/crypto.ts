import { hmac } from '@noble/hashes/hmac.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';
import type { Failure } from '../vm/bridge';

const HASHES: Readonly<Record<string, CHash>> = {
  md5,
  ripemd160,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  'sha512-256': sha512_256,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
};

/** As a WebAssembly heap could not hold more, either. */
const MAX_RANDOM_BYTES = 67_108_864;

export interface CryptoArguments {
  text(index: number): string;
  number(index: number): number;
  bytes(index: number): Uint8Array;
}

export type CryptoAnswer =
  { readonly text: string } | { readonly bytes: Uint8Array } | { readonly failure: Failure };

/** `random` gives an unsigned 32-bit integer a call. */
export function cryptoOperation(name: string, args: CryptoArguments, random: () => number): CryptoAnswer {
  switch (name) {
    case 'names':
      return { text: Object.keys(HASHES).join(' ') };
    case 'random':
      return randomBytes(args.number(0), random);
    case 'uuid':
      return { text: uuid(random) };
  }
  const hash = HASHES[args.text(0).toLowerCase()];
  if (!hash) {
    const properties = { code: 'ERR_OSSL_EVP_UNSUPPORTED' };
    return { failure: { message: `Digest method not supported`, properties } };
  }
  if (name === 'check') return { text: '' };
  if (name === 'hmac') return { bytes: hmac(hash, args.bytes(2), args.bytes(1)) };
  return { bytes: hash(args.bytes(1)) };
}

function randomBytes(size: number, random: () => number): CryptoAnswer {
  if (!(size >= 0 && size <= MAX_RANDOM_BYTES)) {
    const message = `The value of "size" is out of range. It must be >= 0 && <= ${MAX_RANDOM_BYTES}. Received ${size}`;
    return { failure: { type: 'RangeError', message, properties: { code: 'ERR_OUT_OF_RANGE' } } };
  }
  return { bytes: fill(new Uint8Array(size), random) };
}

function fill(into: Uint8Array, random: () => number): Uint8Array {
  for (let at = 0; at < into.length; at += 4) {
    const word = random();
    for (let byte = 0; byte < 4 && at + byte < into.length; byte++)
      into[at + byte] = (word >>> (byte * 8)) & 0xff;
  }
  return into;
}

/** RFC 9562, version 4. */
function uuid(random: () => number): string {
  const bytes = fill(new Uint8Array(16), random);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
