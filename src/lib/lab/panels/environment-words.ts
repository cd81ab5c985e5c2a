import type { EnvironmentState, EnvironmentView } from '$lib/worker/protocol';

/** A state in a word that a newcomer understands, and the meaning of its colour. */
export const ENVIRONMENT_STATES: Readonly<
  Record<EnvironmentState, { readonly word: string; readonly tone: 'ice' | 'ember' | 'red' | 'frozen' }>
> = {
  init: { word: 'initialising', tone: 'ice' },
  suppressedInit: { word: 'initialising again', tone: 'ice' },
  invoke: { word: 'invoking', tone: 'ember' },
  frozen: { word: 'frozen', tone: 'frozen' },
  reset: { word: 'reset', tone: 'red' },
  shutdown: { word: 'shut down', tone: 'frozen' },
};

/** `512 B`, `1.5 KB`, `12 MB`: with AWS's binary units. */
export function formatBytes(size: number): string {
  if (size < 1_024) return `${size} B`;
  if (size < 1_048_576) return `${Number((size / 1_024).toFixed(1))} KB`;
  return `${Number((size / 1_048_576).toFixed(1))} MB`;
}

/** Part of the memory setting that was used at most, 0 to 1. */
export function memoryShare({ maxMemoryUsedMB, memorySizeMB }: EnvironmentView): number {
  return Math.min(1, maxMemoryUsedMB / memorySizeMB);
}
