import type { RawModule } from './raw';
import { OutOfMemory } from './out-of-memory';

/** Text up to this size passes through a buffer that is allocated once; a character takes at most three bytes. */
const SCRATCH_BYTES = 65_536;
const BYTES_A_CHARACTER = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Moves text between host strings and zero-terminated UTF-8 on the heap of an instance. */
export class Text {
  private scratch = 0;
  private scratchBusy = false;
  private view: Uint32Array | undefined;

  constructor(private readonly raw: RawModule) {}

  /** Lends `text` to C code for the duration of a call. */
  lend<T>(text: string, use: (pointer: number, length: number) => T): T {
    const room = text.length * BYTES_A_CHARACTER + 1;
    if (room > SCRATCH_BYTES || this.scratchBusy) {
      const pointer = this.allocate(room);
      const result = use(pointer, this.write(text, pointer, room));
      this.raw._free(pointer);
      return result;
    }
    this.scratch ||= this.allocate(SCRATCH_BYTES);
    this.scratchBusy = true;
    try {
      return use(this.scratch, this.write(text, this.scratch, room));
    } finally {
      this.scratchBusy = false;
    }
  }

  /** Copies `text` for C code that takes ownership. */
  give(text: string): number {
    const room = text.length * BYTES_A_CHARACTER + 1;
    const pointer = this.allocate(room);
    this.write(text, pointer, room);
    return pointer;
  }

  read(pointer: number): string {
    const heap = this.raw.HEAPU8;
    return decoder.decode(heap.subarray(pointer, heap.indexOf(0, pointer)));
  }

  /** The heap as 32-bit words; renewed when the memory has grown. */
  words(): Uint32Array {
    const { buffer } = this.raw.HEAPU8;
    if (this.view?.buffer !== buffer) this.view = new Uint32Array(buffer);
    return this.view;
  }

  private write(text: string, pointer: number, room: number): number {
    const heap = this.raw.HEAPU8;
    const { written } = encoder.encodeInto(text, heap.subarray(pointer, pointer + room));
    heap[pointer + written] = 0;
    return written;
  }

  private allocate(size: number): number {
    const pointer = this.raw._malloc(size);
    if (pointer === 0) throw new OutOfMemory('no memory for a text');
    return pointer;
  }
}
