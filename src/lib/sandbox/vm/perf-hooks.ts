import type { Kit } from './kit';

/** node:perf_hooks. */
export default function make(kit: Kit): object {
  return { performance: (kit.internal('web') as { performance: unknown }).performance };
}
