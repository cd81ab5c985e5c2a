/**
 * Identifiers by number: the n-th UUID of a seed is computed, not stored, so that a trace of a million requests
 * carries a million small integers instead of a million strings.
 */

/** The n-th version-4 UUID of a seed, for n from 0. */
export function uuidAt(seed: number, n: number): string {
  const a = hex8(mix(seed, n, 0x9e3779b9));
  const b = hex8(mix(seed, n, 0x85ebca6b));
  const c = hex8(mix(seed, n, 0xc2b2ae35));
  const d = hex8(mix(seed, n, 0x27d4eb2f));
  const variant = '89ab'.charAt(c.charCodeAt(0) & 3);
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

/** The n-th string of 32 hexadecimal digits of a seed (log streams end in one). */
export function hex32At(seed: number, n: number): string {
  return [0x165667b1, 0xd3a2646c, 0xfd7046c5, 0xb55a4f09].map((salt) => hex8(mix(seed, n, salt))).join('');
}

/** MurmurHash3's 32-bit body and finaliser over three words: spreads every bit of the input. */
function mix(seed: number, n: number, salt: number): number {
  let hash = salt;
  for (const word of [seed | 0, n | 0, (n / 4_294_967_296) | 0]) {
    let k = Math.imul(word, 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    hash ^= Math.imul(k, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Two hexadecimal digits for each byte: four look-ups are several times faster than toString(16) with padding. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex8(word: number): string {
  return `${HEX[word >>> 24]}${HEX[(word >>> 16) & 255]}${HEX[(word >>> 8) & 255]}${HEX[word & 255]}`;
}
