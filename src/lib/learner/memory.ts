import type { Disk } from './disk';

/** Stands in where nothing can be kept: the learner's records then live as long as the page does. */
export function memoryDisk(): Disk {
  const nothing = () => Promise.resolve();
  return {
    read: () =>
      Promise.resolve({ records: { steps: new Map(), answers: new Map(), drafts: new Map() }, putAside: [] }),
    write: nothing,
    writeAll: nothing,
    clear: nothing,
    quarantine: () => Promise.resolve([]),
  };
}
