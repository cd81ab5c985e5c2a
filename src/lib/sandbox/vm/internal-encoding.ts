import { Op } from './bridge';
import type { Kit } from './kit';

/** TextEncoder and TextDecoder: the host does the work on a copy of the bytes. */
export default function make(kit: Kit): Record<string, unknown> {
  class TextEncoder {
    readonly encoding = 'utf-8';
    encode(text: unknown = ''): Uint8Array {
      return new Uint8Array(kit.ask(Op.encode, String(text), 'utf-8') as ArrayBuffer);
    }
    encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
      let read = 0;
      let written = 0;
      for (const character of text) {
        const bytes = this.encode(character);
        if (written + bytes.length > into.length) break;
        into.set(bytes, written);
        written += bytes.length;
        read += character.length;
      }
      return { read, written };
    }
  }
  class TextDecoder {
    readonly encoding: string;
    readonly fatal: boolean;
    readonly ignoreBOM: boolean;
    constructor(label: unknown = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
      this.fatal = options.fatal === true;
      this.ignoreBOM = options.ignoreBOM === true;
      this.encoding = String(kit.ask(Op.encodingName, String(label)));
    }
    decode(input: ArrayBuffer | ArrayBufferView = new ArrayBuffer(0)): string {
      const bytes = ArrayBuffer.isView(input)
        ? input.buffer.slice(input.byteOffset, input.byteOffset + input.byteLength)
        : input;
      const flags = (this.fatal ? 1 : 0) + (this.ignoreBOM ? 2 : 0);
      return JSON.parse(String(kit.ask(Op.decode, bytes, this.encoding, flags))) as string;
    }
  }
  return { TextEncoder, TextDecoder };
}
