import type { PutAside } from './disk';

/** Something about the learner's data that the learner must be told, once. */
export interface Notice {
  readonly kind: 'not-kept' | 'full' | 'put-aside';
  readonly title: string;
  readonly text: string;
}

export function notKept(error: unknown): Notice {
  return {
    kind: 'not-kept',
    title: 'Your work is not being kept',
    text: `This browser gives the page no storage (${reason(error)}). Everything works, but it is gone when you close the tab. To keep it, export it under Your data.`,
  };
}

export function writeFailed(error: unknown): Notice {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return {
    kind: 'full',
    title: full ? 'The browser’s storage is full' : 'Your last changes were not saved',
    text: `${full ? 'What you do from now on is held in this tab only' : `The browser refused to save (${reason(error)})`}. Free some space, or export your work under Your data; saving is tried again at your next change.`,
  };
}

export function putAsideNotice(list: readonly PutAside[]): Notice {
  const items = list.map(({ store, was, reason: why }) => `${store} “${was}” (${why})`).join('; ');
  return {
    kind: 'put-aside',
    title: list.length === 1 ? 'One record could not be read' : `${list.length} records could not be read`,
    text: `${items}. They were put aside, not deleted, and everything else is as it was. You can download them under Your data.`,
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message || error.name : 'no reason given';
}
