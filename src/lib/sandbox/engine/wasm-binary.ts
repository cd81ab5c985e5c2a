import { PLACED } from './wording';

/**
 * The build of QuickJS that we use keeps to itself three things that the sandbox needs, so the module is changed before
 * it is compiled. All changes are tied to the exact version that package.json pins; another build is refused.
 *
 * 1. QuickJS tells its host about promises that are rejected while nobody handles them, through a pointer into its
 *    table of functions. The table is exported, and gets room for one entry.
 * 2. Code can be kept as bytecode, which loads some ten times faster than source compiles. The two functions that
 *    write and read values are told to accept functions.
 * 3. The function that runs what was read is exported.
 *
 * Besides, recursion ends earlier where it costs the host most, and common mistakes are told in V8's words.
 */

const SECTION_TABLE = 4;
const SECTION_EXPORT = 7;
const SECTION_CODE = 10;
const EXPORT_KIND_FUNCTION = 0;
const EXPORT_KIND_TABLE = 1;

/** The names under which the table and JS_EvalFunction are exported. */
export const TABLE_EXPORT = 'table';
export const RUN_EXPORT = 'run';

/** Index of `JSValue JS_EvalFunction(JSContext *, JSValue)`. */
const RUN_FUNCTION = 777;

/** Functions that the module imports: they come first in the numbering of functions. */
const IMPORTED_FUNCTIONS = 19;

/** Entries added to the table, behind those that the module fills itself. */
const EXTRA_ENTRIES = 1;

export const WRONG_BUILD = 'this build of QuickJS is not the one that the sandbox was written for';

/** A change of one function's code: the instructions before and after it. */
interface Patch {
  readonly function: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const PATCHES: Patch[] = [
  {
    // QTS_bjson_encode: the flag allow_bytecode, the lowest byte of a constant, becomes 1.
    function: 1132,
    from: [0x42, 0x80, 0x80, 0x84, 0x80, 0x10],
    to: [0x42, 0x81, 0x80, 0x84, 0x80, 0x10],
  },
  {
    // QTS_bjson_decode: of the eight zero bytes stored at offset 40, the sixth is the flag allow_bytecode.
    function: 1129,
    from: [0x42, 0x00, 0x37, 0x02, 0x28],
    to: [0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0x37, 0x02, 0x28],
  },
];

/**
 * Before it recurses, QuickJS compares its own stack with a limit. It does not know that the host's stack grows, too,
 * and in some functions several times as fast: a Chromium worker has some 480 KB of it. Where recursion costs the host
 * most, the limit is moved so that only a part of the stack may be used. Sizes measured in Node with
 * `--stack-size=480` and in Chromium's worker: one step more breaks the instance.
 */
const EARLIER_LIMITS: readonly { readonly function: number; readonly reserve: number }[] = [
  /* next_token, of the parser */ { function: 23, reserve: 80 },
  /* json_next_token */ { function: 170, reserve: 48 },
  /* js_json_to_str */ { function: 473, reserve: 64 },
  /* lre_check_stack_overflow and the parser of regular expressions */
  { function: 310, reserve: 32 },
  { function: 571, reserve: 32 },
];

/** `i32.load offset=128`: JSRuntime.stack_limit, once in each of those functions. */
const LOAD_STACK_LIMIT = [0x28, 0x02, 0x80, 0x01];
const I32_CONST = 0x41;
const I32_ADD = 0x6a;

PATCHES.push(
  ...EARLIER_LIMITS.map(({ function: index, reserve }) => ({
    function: index,
    from: LOAD_STACK_LIMIT,
    to: [...LOAD_STACK_LIMIT, I32_CONST, ...signedLeb(reserve * 1_024), I32_ADD],
  })),
);

/** Returns a changed copy of the QuickJS module. Throws when it is not the build that the changes were made for. */
export function prepareModule(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new Reader(wasm, 8);
  const out: Uint8Array[] = [wasm.subarray(0, 8)];
  while (!reader.done) {
    const start = reader.position;
    const id = reader.byte();
    const size = reader.leb();
    const body = reader.bytes(size);
    if (id === SECTION_TABLE) out.push(section(id, enlargedTable(body)));
    else if (id === SECTION_EXPORT) out.push(section(id, withExports(body)));
    else if (id === SECTION_CODE) out.push(section(id, patchedCode(body)));
    else out.push(wasm.subarray(start, reader.position));
  }
  return concatenate(out);
}

function patchedCode(body: Uint8Array): Uint8Array {
  const reader = new Reader(body, 0);
  const count = reader.leb();
  const out: Uint8Array[] = [Uint8Array.from(leb(count))];
  for (let index = IMPORTED_FUNCTIONS; index < IMPORTED_FUNCTIONS + count; index++) {
    const start = reader.position;
    const code = reader.bytes(reader.leb());
    const patch = PATCHES.find((each) => each.function === index);
    out.push(patch ? sized(patched(code, patch)) : body.subarray(start, reader.position));
  }
  return reworded(concatenate(out));
}

/** Lets the code take V8's words instead of QuickJS's: see wording.ts. */
function reworded(code: Uint8Array<ArrayBuffer>): Uint8Array {
  for (const { from, to } of PLACED) {
    const old = [I32_CONST, ...signedLeb(from)];
    const places = placesOf(old, code);
    const [at] = places;
    if (at === undefined || places.length > 1) throw new Error(WRONG_BUILD);
    code.set([I32_CONST, ...signedLeb(to)], at);
  }
  return code;
}

function placesOf(bytes: readonly number[], code: Uint8Array): number[] {
  const [first = 0] = bytes;
  const places: number[] = [];
  for (let at = code.indexOf(first); at >= 0; at = code.indexOf(first, at + 1)) {
    if (bytes.every((byte, offset) => code[at + offset] === byte)) places.push(at);
  }
  return places;
}

function patched(code: Uint8Array, { from, to }: Patch): Uint8Array {
  const places = placesOf(from, code);
  const [at] = places;
  if (at === undefined || places.length > 1) throw new Error(WRONG_BUILD);
  return concatenate([code.subarray(0, at), Uint8Array.from(to), code.subarray(at + from.length)]);
}

function enlargedTable(body: Uint8Array): Uint8Array {
  const reader = new Reader(body, 0);
  const count = reader.leb();
  const type = reader.byte();
  const limits = reader.byte();
  const initial = reader.leb();
  if (count !== 1) throw new Error(`expected one table in the QuickJS module, found ${count}`);
  const maximum = limits === 1 ? [...leb(reader.leb() + EXTRA_ENTRIES)] : [];
  return Uint8Array.from([1, type, limits, ...leb(initial + EXTRA_ENTRIES), ...maximum]);
}

function withExports(body: Uint8Array): Uint8Array {
  const reader = new Reader(body, 0);
  const count = reader.leb();
  const rest = body.subarray(reader.position);
  const table = exportEntry(TABLE_EXPORT, EXPORT_KIND_TABLE, 0);
  const run = exportEntry(RUN_EXPORT, EXPORT_KIND_FUNCTION, RUN_FUNCTION);
  return concatenate([Uint8Array.from(leb(count + 2)), rest, table, run]);
}

function exportEntry(name: string, kind: number, index: number): Uint8Array {
  const text = new TextEncoder().encode(name);
  return Uint8Array.from([text.length, ...text, kind, ...leb(index)]);
}

function sized(body: Uint8Array): Uint8Array {
  return concatenate([Uint8Array.from(leb(body.length)), body]);
}

function section(id: number, body: Uint8Array): Uint8Array {
  return concatenate([Uint8Array.from([id]), sized(body)]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Unsigned LEB128, the variable-length integers of WebAssembly. */
function* leb(value: number): Generator<number> {
  do {
    const low = value & 0x7f;
    value >>>= 7;
    yield value === 0 ? low : low | 0x80;
  } while (value !== 0);
}

/** Signed LEB128 of a positive number. */
function signedLeb(value: number): number[] {
  const bytes = [...leb(value)];
  const last = bytes.at(-1) ?? 0;
  return (last & 0x40) === 0 ? bytes : [...bytes.slice(0, -1), last | 0x80, 0];
}

class Reader {
  constructor(
    private readonly source: Uint8Array,
    public position: number,
  ) {}

  get done(): boolean {
    return this.position >= this.source.length;
  }

  byte(): number {
    const value = this.source[this.position++];
    if (value === undefined) throw new Error('the QuickJS module ends too early');
    return value;
  }

  leb(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value;
    }
  }

  bytes(length: number): Uint8Array {
    this.position += length;
    return this.source.subarray(this.position - length, this.position);
  }
}
