import type { Kit } from './kit';

/** node:timers. */
export default function make(kit: Kit): object {
  const timers = { ...(kit.internal('timers') as Record<string, unknown>) };
  delete timers['fire'];
  return { ...timers, promises: kit.builtin('timers/promises') };
}
