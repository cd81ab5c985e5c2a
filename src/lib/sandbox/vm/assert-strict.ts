import type { Kit } from './kit';

/** node:assert/strict. */
export default function make(kit: Kit): unknown {
  return (kit.builtin('assert') as { strict: unknown }).strict;
}
