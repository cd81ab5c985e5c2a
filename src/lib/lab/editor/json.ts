/**
 * JSON with faults that a learner can act on. Browsers word JSON errors differently and not all give a position, so
 * the place is found by reading the text here; the rules are RFC 8259's.
 */
export interface JsonFault {
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1, in UTF-16 units. */
  readonly column: number;
  readonly message: string;
}

/** Nesting deeper than this is refused, before the call stack of the reader ends. */
const depthMax = 500;

class Fault extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** Undefined if the text is one JSON value, else the first fault. */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    new Reader(text).document();
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.offset).split('\n');
    return {
      line: before.length,
      column: (before[before.length - 1] ?? '').length + 1,
      message: error.message,
    };
  }
}

/** The same value, indented by two spaces; undefined if the text is not JSON. */
export function formatJson(text: string): string | undefined {
  if (jsonFault(text) !== undefined) return undefined;
  return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): void {
    this.space();
    if (this.at >= this.text.length) this.fail('This is empty. The smallest event is {}.');
    this.value(0);
    this.space();
    if (this.at < this.text.length)
      this.fail('There is more text after the end of the value. An event is one JSON value.');
  }

  private fail(message: string, offset = this.at): never {
    throw new Fault(offset, message);
  }

  private next(): string {
    return this.text[this.at] ?? '';
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.next())) this.at += 1;
    if (this.text.startsWith('//', this.at) || this.text.startsWith('/*', this.at))
      this.fail('JSON has no comments. Take it out.');
  }

  private value(depth: number): void {
    if (depth > depthMax) this.fail(`Nested more than ${String(depthMax)} levels deep.`);
    const first = this.next();
    if (first === '{') this.object(depth);
    else if (first === '[') this.array(depth);
    else if (first === '"') this.string();
    else if (/[-\d]/.test(first)) this.number();
    else this.word();
  }

  private object(depth: number): void {
    const start = this.at++;
    this.space();
    if (this.next() === '}') return void (this.at += 1);
    for (;;) {
      this.key(start);
      this.space();
      if (this.next() !== ':') this.fail('A colon is missing between the name and its value.');
      this.at += 1;
      this.space();
      if (this.next() === '}' || this.next() === ',') this.fail('The value is missing after the colon.');
      this.value(depth + 1);
      this.space();
      if (this.next() === '}') return void (this.at += 1);
      this.comma(start, '}', '"');
      if (this.next() === '}')
        this.fail('Take out the comma before }: JSON allows none after the last member.', this.lastComma);
    }
  }

  private array(depth: number): void {
    const start = this.at++;
    this.space();
    if (this.next() === ']') return void (this.at += 1);
    for (;;) {
      this.value(depth + 1);
      this.space();
      if (this.next() === ']') return void (this.at += 1);
      this.comma(start, ']', 'value');
      if (this.next() === ']')
        this.fail('Take out the comma before ]: JSON allows none after the last item.', this.lastComma);
    }
  }

  private lastComma = 0;

  private comma(start: number, end: string, what: string): void {
    if (this.at >= this.text.length) this.unclosed(start, end);
    if (this.next() !== ',')
      this.fail(
        `A comma or ${end} is missing here${what === '"' ? ', before the next name' : ', before the next item'}.`,
      );
    this.lastComma = this.at++;
    this.space();
  }

  private unclosed(start: number, end: string): never {
    const line = this.text.slice(0, start).split('\n').length;
    this.fail(`The text ends here, but ${end} is missing: it opens on line ${String(line)}.`);
  }

  private key(start: number): void {
    if (this.at >= this.text.length) this.unclosed(start, '}');
    if (this.next() === "'") this.fail('Use double quotes: JSON has no single quotes.');
    if (this.next() !== '"') this.fail('A name in double quotes is missing here.');
    this.string();
  }

  private string(): void {
    const start = this.at++;
    for (;;) {
      const character = this.next();
      if (character === '"') return void (this.at += 1);
      if (character === '' || character === '\n')
        this.fail('The text in quotes is not closed on its line.', start);
      if (character < ' ') this.fail('Write this control character as an escape, such as \\t.');
      if (character === '\\') this.escape();
      else this.at += 1;
    }
  }

  private escape(): void {
    const match = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
    match.lastIndex = this.at;
    if (!match.test(this.text))
      this.fail('After a backslash only " \\ / b f n r t or u and four hex digits may stand.');
    this.at = match.lastIndex;
  }

  private number(): void {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    match.lastIndex = this.at;
    const start = this.at;
    if (!match.test(this.text)) this.fail('This is not a number that JSON knows.');
    this.at = match.lastIndex;
    if (/[\w.]/.test(this.next()))
      this.fail('This is not a number that JSON knows, such as 7, -0.5 or 1e3.', start);
  }

  private word(): void {
    const word = /[\w$]*/y;
    word.lastIndex = this.at;
    const found = word.exec(this.text)?.[0] ?? '';
    if (found === 'true' || found === 'false' || found === 'null') return void (this.at += found.length);
    if (this.next() === "'" || this.next() === '`') this.fail('Use double quotes: JSON has no other quotes.');
    if (this.next() === '') this.fail('The text ends where a value is missing.');
    if (found === 'undefined' || found === 'NaN') this.fail(`JSON has no ${found}. Write null.`);
    this.fail(
      found === '' ? 'A value is missing here.' : `${found} is no JSON value. Text stands in double quotes.`,
    );
  }
}
