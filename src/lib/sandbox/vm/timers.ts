import type { Kit } from './kit';

/** node:timers. */
export default function make(kit: Kit): object {
  const { fire, ...timers } = kit.internal('timers') as Record<string, unknown>;
  void fire;
  return { ...timers, promises: kit.builtin('timers/promises') };
}
