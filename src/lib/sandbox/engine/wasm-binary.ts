/**
 * QuickJS can tell its host about promises that are rejected while nobody handles them, but the build that we use
 * offers no way to listen. The listener is a pointer in a table of functions that the module keeps to itself. So the
 * module is changed before it is compiled: its table is exported, and may grow by one entry for our listener.
 */

const SECTION_TABLE = 4;
const SECTION_EXPORT = 7;
const EXPORT_KIND_TABLE = 1;

/** The name under which {@link exportTable} exports the table. */
export const TABLE_EXPORT = 'table';

/** Entries added to the table, behind those that the module fills itself. */
const EXTRA_ENTRIES = 1;

/** Returns a copy of a WebAssembly module whose only function table is exported and has room for one entry more. */
export function exportTable(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new Reader(wasm, 8);
  const out: Uint8Array[] = [wasm.subarray(0, 8)];
  while (!reader.done) {
    const start = reader.position;
    const id = reader.byte();
    const size = reader.leb();
    const body = reader.bytes(size);
    if (id === SECTION_TABLE) out.push(section(id, enlargedTable(body)));
    else if (id === SECTION_EXPORT) out.push(section(id, withTableExport(body)));
    else out.push(wasm.subarray(start, reader.position));
  }
  return concatenate(out);
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

function withTableExport(body: Uint8Array): Uint8Array {
  const reader = new Reader(body, 0);
  const count = reader.leb();
  const rest = body.subarray(reader.position);
  const name = new TextEncoder().encode(TABLE_EXPORT);
  const entry = Uint8Array.from([name.length, ...name, EXPORT_KIND_TABLE, 0]);
  return concatenate([Uint8Array.from(leb(count + 1)), rest, entry]);
}

function section(id: number, body: Uint8Array): Uint8Array {
  return concatenate([Uint8Array.from([id, ...leb(body.length)]), body]);
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
