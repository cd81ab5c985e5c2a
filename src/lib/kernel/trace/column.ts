/**
 * Two kinds only: with five, V8 no longer specialises the stores in {@link Column.push}, and they took a fifth of the
 * engine's own time.
 */
type NumberArray = Int32Array | Float64Array;

const BLOCK_BITS = 16;
const BLOCK_SIZE = 1 << BLOCK_BITS;
const BLOCK_MASK = BLOCK_SIZE - 1;

/** A growing column of numbers in blocks of typed arrays: no copying as it grows, no boxing. */
export class Column {
  readonly #make: (size: number) => NumberArray;
  readonly #blocks: NumberArray[] = [];
  #last: NumberArray;
  #length = 0;

  constructor(make: (size: number) => NumberArray) {
    this.#make = make;
    this.#last = make(0);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const offset = this.#length & BLOCK_MASK;
    if (offset === 0) this.#blocks.push((this.#last = this.#make(BLOCK_SIZE)));
    this.#last[offset] = value;
    this.#length++;
  }

  get(index: number): number {
    const value = this.#blocks[index >>> BLOCK_BITS]?.[index & BLOCK_MASK];
    if (value === undefined || index >= this.#length)
      throw new RangeError(`no element ${index} of ${this.#length}`);
    return value;
  }

  /** The filled part of each block as bytes, for hashing. */
  *bytes(): Generator<Uint8Array> {
    for (const [index, block] of this.#blocks.entries()) {
      const filled = Math.min(BLOCK_SIZE, this.#length - index * BLOCK_SIZE);
      yield new Uint8Array(block.buffer, 0, filled * block.BYTES_PER_ELEMENT);
    }
  }
}
