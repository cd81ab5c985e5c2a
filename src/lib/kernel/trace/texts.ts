/** Strings held once each, known by number. Number 0 stands for "none". */
export class Texts {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [''];
  #characters = 0;

  /** Total length of all the strings held. */
  get characters(): number {
    return this.#characters;
  }

  intern(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#texts.push(text);
    this.#numbers.set(text, number);
    this.#characters += text.length;
    return number;
  }

  get(number: number): string | undefined {
    return number === 0 ? undefined : this.#texts[number];
  }

  [Symbol.iterator](): IterableIterator<string> {
    return this.#texts.values();
  }
}
