import * as buffer from 'buffer';
import type { Kit } from './kit';

/** node:buffer. */
export default function make(kit: Kit): object {
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
