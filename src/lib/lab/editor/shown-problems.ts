/** Which problems still hold: those of a text that has not been edited since they were found. */
import { findDocument, type DocumentId, type EditorDocument, type EditorProblem } from './documents';

/** Problems of a list, and the texts that they were found in. */
export interface FoundProblems {
  /** Tells one list from another, whatever array it comes in. */
  readonly key: string;
  readonly problems: readonly EditorProblem[];
  readonly texts: ReadonlyMap<DocumentId, string>;
}

export const noProblems: FoundProblems = { key: '[]', problems: [], texts: new Map() };

/** The same list again, as with each new view of a run, keeps the texts: what was edited away stays away. */
export function findProblems(
  before: FoundProblems,
  problems: readonly EditorProblem[],
  documents: readonly EditorDocument[],
): FoundProblems {
  const key = JSON.stringify(problems);
  if (key === before.key) return before;
  return { key, problems, texts: new Map(documents.map((document) => [document.id, document.text])) };
}

export function shownProblems(
  found: FoundProblems,
  documents: readonly EditorDocument[],
): ReadonlyMap<DocumentId, readonly EditorProblem[]> {
  const shown = new Map<DocumentId, EditorProblem[]>();
  for (const problem of found.problems) {
    const document = findDocument(documents, problem.file);
    if (document === undefined || found.texts.get(document.id) !== document.text) continue;
    shown.set(document.id, [...(shown.get(document.id) ?? []), problem]);
  }
  return shown;
}
