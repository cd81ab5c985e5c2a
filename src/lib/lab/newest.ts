/**
 * Asks for one thing at a time: while a request is under way further wishes are remembered, and only the newest of
 * them is asked for next. Answers arrive in the order of the wishes; wishes in between are skipped.
 */
export class Newest<Wish> {
  readonly #fetch: (wish: Wish) => Promise<void>;
  readonly #pause: number;
  #wish: { readonly value: Wish } | undefined;
  #work: Promise<void> | undefined;

  /**
   * @param fetch asks and keeps the answer
   * @param pause how long to rest after a request, as a multiple of the time that it took: leaves the page time to draw
   */
  constructor(fetch: (wish: Wish) => Promise<void>, pause = 0) {
    this.#fetch = fetch;
    this.#pause = pause;
  }

  /** Resolves when this wish, or a newer one, has been answered. Rejects as the request does. */
  ask(value: Wish): Promise<void> {
    this.#wish = { value };
    this.#work ??= this.#answerAll().finally(() => (this.#work = undefined));
    return this.#work;
  }

  async #answerAll(): Promise<void> {
    while (this.#wish) {
      const { value } = this.#wish;
      this.#wish = undefined;
      const started = performance.now();
      await this.#fetch(value);
      const rest = (performance.now() - started) * this.#pause;
      if (this.#pause > 0 && this.#hasWish()) await new Promise((resolve) => setTimeout(resolve, rest));
    }
  }

  /** Asked anew after an await: a wish may have come meanwhile. */
  #hasWish(): boolean {
    return this.#wish !== undefined;
  }
}
