import * as buffer from 'buffer';
import type { Kit } from './kit';

/** node:buffer. */
export default function make(kit: Kit): object {
  // Learner code may replace these; the types of the package and those of Node disagree about them.
  const prototype = buffer.Buffer.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const slowFill = prototype['fill'];
  // The package fills byte by byte; QuickJS does it a hundred times faster.
  prototype['fill'] = function (
    this: Uint8Array,
    value: unknown,
    start?: unknown,
    end?: unknown,
    encoding?: unknown,
  ) {
    if (typeof value !== 'number' || !slowFill) return slowFill?.call(this, value, start, end, encoding);
    const BYTE = 255;
    return Uint8Array.prototype.fill.call(
      this,
      value & BYTE,
      start as number | undefined,
      end as number | undefined,
    );
  };
  const { Buffer, INSPECT_MAX_BYTES, kMaxLength } = buffer;
  const { atob, btoa } = kit.internal('web') as Record<string, unknown>;
  return { Buffer, INSPECT_MAX_BYTES, kMaxLength, constants: { MAX_LENGTH: kMaxLength }, atob, btoa };
}
