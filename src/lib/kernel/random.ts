import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A published distribution: pairs of (cumulative probability, value), both rising, from probability 0 to 1. */
export type Quantiles = readonly (readonly [probability: number, value: number])[];

/** One stream of chance. Arithmetic only (no exp, log or trigonometry): every engine draws the same. */
export class RandomStream {
  readonly #generator;

  constructor(seed: number, name: string) {
    const digest = sha256(utf8ToBytes(`${seed}\u0000${name}`));
    const words = new DataView(digest.buffer, digest.byteOffset);
    this.#generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => words.getInt32(offset)));
  }

  /** An unsigned integer of 32 bits. */
  uint32(): number {
    return this.#generator.next() >>> 0;
  }

  /** At least 0, less than 1, in steps of 2⁻³². */
  unit(): number {
    return this.uint32() / 4_294_967_296;
  }

  /** A value of a distribution given by its quantiles, straight lines between them. */
  fromQuantiles(quantiles: Quantiles): number {
    const probability = this.unit();
    for (let index = 1; index < quantiles.length; index++) {
      const [low, high] = [quantiles[index - 1], quantiles[index]];
      if (low && high && probability <= high[0])
        return low[1] + ((high[1] - low[1]) * (probability - low[0])) / (high[0] - low[0]);
    }
    throw new Error('quantiles must rise to probability 1');
  }
}

/** Named streams of one seed: a new name never disturbs what another name draws. */
export class RandomStreams {
  readonly #seed: number;
  readonly #streams = new Map<string, RandomStream>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  stream(name: string): RandomStream {
    let stream = this.#streams.get(name);
    if (!stream) this.#streams.set(name, (stream = new RandomStream(this.#seed, name)));
    return stream;
  }
}
