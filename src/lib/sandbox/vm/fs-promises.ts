import type { Kit } from './kit';

/** node:fs/promises. */
export default function make(kit: Kit): unknown {
  return (kit.builtin('fs') as { promises: unknown }).promises;
}
