import * as buffer from 'buffer';
import type { Kit } from './kit';

/** node:buffer. */
export default function make(kit: Kit): object {
  const { fill } = buffer.Buffer.prototype;
  // The package fills byte by byte; QuickJS does it a hundred times faster.
  buffer.Buffer.prototype.fill = function (this: Buffer, value: unknown, ...rest: never[]) {
    if (typeof value !== 'number') return Reflect.apply(fill, this, [value, ...rest]) as Buffer;
    const [start, end] = rest;
    Uint8Array.prototype.fill.call(this, value & 255, start, end);
    return this;
  } as typeof fill;
  const { Buffer, SlowBuffer, INSPECT_MAX_BYTES, kMaxLength } = buffer;
  const { atob, btoa } = kit.internal('web') as Record<string, unknown>;
  return {
    Buffer,
    SlowBuffer,
    INSPECT_MAX_BYTES,
    kMaxLength,
    constants: { MAX_LENGTH: kMaxLength },
    atob,
    btoa,
  };
}
