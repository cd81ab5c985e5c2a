/** A list that keeps its newest entries up to a bound, and counts all it was given. */
export class Newest<T> {
  readonly #max: number;
  #items: T[] = [];
  #total = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get total(): number {
    return this.#total;
  }

  /** Oldest first. */
  get items(): readonly T[] {
    return this.#items.length > this.#max ? this.#items.slice(-this.#max) : this.#items;
  }

  push(item: T): void {
    this.#total++;
    this.#items.push(item);
    // Cut in large pieces, so that a push costs the same on average however long the run is.
    if (this.#items.length >= this.#max * 2) this.#items = this.#items.slice(-this.#max);
  }
}
