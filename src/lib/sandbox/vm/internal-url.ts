import { Op } from './bridge';
import type { Kit } from './kit';

const PARTS = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;
type Parts = Record<(typeof PARTS)[number], string>;

/** URL and URLSearchParams: the host, which has the real ones, parses. */
export default function make(kit: Kit): Record<string, unknown> {
  const CUSTOM = Symbol.for('nodejs.util.inspect.custom');
  const parse = (url: string, base: string | undefined): Parts =>
    JSON.parse(String(kit.ask(Op.url, 'parse', url, base ?? '', base === undefined ? 0 : 1))) as Parts;

  class URLSearchParams {
    #pairs: [string, string][] = [];
    #changed: (() => void) | undefined;
    constructor(init: unknown = '', changed?: () => void) {
      this.#changed = changed;
      if (typeof init === 'object' && init !== null) {
        const pairs =
          Symbol.iterator in init ? [...(init as Iterable<[unknown, unknown]>)] : Object.entries(init);
        this.#pairs = pairs.map(([name, value]) => [String(name), String(value)]);
      } else this.#pairs = JSON.parse(String(kit.ask(Op.url, 'query', String(init)))) as [string, string][];
    }
    get size(): number {
      return this.#pairs.length;
    }
    get(name: unknown): string | null {
      return this.#pairs.find(([each]) => each === String(name))?.[1] ?? null;
    }
    getAll(name: unknown): string[] {
      return this.#pairs.filter(([each]) => each === String(name)).map(([, value]) => value);
    }
    has(name: unknown, value?: unknown): boolean {
      return this.#pairs.some(
        ([each, own]) => each === String(name) && (value === undefined || own === String(value)),
      );
    }
    append(name: unknown, value: unknown): void {
      this.#pairs.push([String(name), String(value)]);
      this.#changed?.();
    }
    set(name: unknown, value: unknown): void {
      const first = this.#pairs.findIndex(([each]) => each === String(name));
      if (first < 0) return this.append(name, value);
      this.#pairs = this.#pairs.filter(([each], index) => each !== String(name) || index === first);
      this.#pairs[first] = [String(name), String(value)];
      this.#changed?.();
    }
    delete(name: unknown, value?: unknown): void {
      this.#pairs = this.#pairs.filter(
        ([each, own]) => each !== String(name) || (value !== undefined && own !== String(value)),
      );
      this.#changed?.();
    }
    sort(): void {
      this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      this.#changed?.();
    }
    forEach(callback: (value: string, name: string, owner: unknown) => void): void {
      for (const [name, value] of this.#pairs) callback(value, name, this);
    }
    *entries(): Generator<[string, string]> {
      for (const pair of this.#pairs) yield [...pair];
    }
    *keys(): Generator<string> {
      for (const [name] of this.#pairs) yield name;
    }
    *values(): Generator<string> {
      for (const [, value] of this.#pairs) yield value;
    }
    [Symbol.iterator](): Generator<[string, string]> {
      return this.entries();
    }
    toString(): string {
      return String(kit.ask(Op.url, 'encode', JSON.stringify(this.#pairs)));
    }
    [CUSTOM](_depth: number, _options: object, inspect: (value: unknown) => string): string {
      const list = this.#pairs.map(([name, value]) => `${inspect(name)} => ${inspect(value)}`);
      return list.length === 0 ? 'URLSearchParams {}' : `URLSearchParams { ${list.join(', ')} }`;
    }
  }

  class URL {
    #parts: Parts;
    #params: URLSearchParams | undefined;
    constructor(url: unknown, base?: unknown) {
      this.#parts = parse(String(url), base === undefined ? undefined : String(base));
    }
    static canParse(url: unknown, base?: unknown): boolean {
      try {
        return Boolean(new URL(url, base));
      } catch {
        return false;
      }
    }
    static parse(url: unknown, base?: unknown): URL | null {
      return URL.canParse(url, base) ? new URL(url, base) : null;
    }
    get searchParams(): URLSearchParams {
      this.#params ??= new URLSearchParams(this.#parts.search, () => {
        this.#parts = JSON.parse(
          String(kit.ask(Op.url, 'set', this.#parts.href, 'search', String(this.#params))),
        ) as Parts;
      });
      return this.#params;
    }
    part(name: (typeof PARTS)[number]): string {
      return this.#parts[name];
    }
    change(name: (typeof PARTS)[number], value: unknown): void {
      this.#parts = JSON.parse(
        String(kit.ask(Op.url, 'set', this.#parts.href, name, String(value))),
      ) as Parts;
      if (name === 'search' || name === 'href') this.#params = undefined;
    }
    toString(): string {
      return this.#parts.href;
    }
    toJSON(): string {
      return this.#parts.href;
    }
    [CUSTOM](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
      const shown = { ...this.#parts, searchParams: this.searchParams, hash: this.#parts.hash };
      return depth < 0 ? '[URL]' : `URL ${inspect(shown, options)}`;
    }
  }
  const { part, change } = URL.prototype;
  for (const name of PARTS) {
    Object.defineProperty(URL.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: URL) {
        return part.call(this, name);
      },
      ...(name === 'origin'
        ? {}
        : {
            set(this: URL, value: unknown) {
              change.call(this, name, value);
            },
          }),
    });
  }
  for (const name of ['part', 'change']) Reflect.deleteProperty(URL.prototype, name);
  return { URL, URLSearchParams };
}
