import type { DocumentId } from './documents';

/** The element id of a document's tab; `panel` is that of the panel that all tabs share. */
export function tabId(panel: string, id: DocumentId): string {
  return `${panel}-tab-${encodeURIComponent(id)}`;
}
