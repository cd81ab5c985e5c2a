/** Strings held once each, known by number. Number 0 stands for "none". */
export class Texts {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [''];
  #characters = 0;
  #lastBlob = 0;

  /** Total length of all the strings held. */
  get characters(): number {
    return this.#characters;
  }

  intern(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#add(text);
    this.#numbers.set(text, number);
    return number;
  }

  /**
   * Holds a text that is seldom the same twice: compared with the last such text only, so that a million different
   * payloads need no index.
   */
  addBlob(text: string): number {
    if (this.#texts[this.#lastBlob] !== text || this.#lastBlob === 0) this.#lastBlob = this.#add(text);
    return this.#lastBlob;
  }

  get(number: number): string | undefined {
    return number === 0 ? undefined : this.#texts[number];
  }

  #add(text: string): number {
    this.#characters += text.length;
    return this.#texts.push(text) - 1;
  }

  [Symbol.iterator](): IterableIterator<string> {
    return this.#texts.values();
  }
}
