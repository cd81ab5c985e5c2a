/** What the editor has open: the function's files, the scenario's template and the test event, one tab each. */

/** `template` and `event` are not files of the function, so their ids can never clash with a path. */
export type DocumentId = 'template' | 'event' | `file:${string}`;

export type DocumentLanguage = 'javascript' | 'typescript' | 'json' | 'yaml' | 'plaintext';

export interface EditorDocument {
  readonly id: DocumentId;
  readonly kind: 'file' | 'template' | 'event';
  /** What the tab says: a path below /var/task, `template.yaml` or `Test event`. */
  readonly name: string;
  readonly language: DocumentLanguage;
  readonly text: string;
  /** The text as given or as deployed: what Reset goes back to. Undefined for a file that the learner added. */
  readonly starter: string | undefined;
}

/** What a run, a deployment or a check found wrong, at its line. Lines and columns count from 1. */
export interface EditorProblem {
  /** Tells one happening from another of the same kind at the same place, such as the record that tells it. */
  readonly id?: string | number;
  /** A path below /var/task, or `template.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Shown as it is: `Error: boom — invocation 3`. */
  readonly message: string;
  /** `run-time`: happened while the code ran. `fault`: found before anything ran. */
  readonly kind: 'run-time' | 'fault';
}

/** A test event that the learner keeps. */
export interface SavedEvent {
  readonly name: string;
  /** JSON text. */
  readonly text: string;
}

/** The name that problems of the template carry. */
const templateName = 'template.yaml';

const languages: Readonly<Record<string, DocumentLanguage>> = {
  mjs: 'javascript',
  js: 'javascript',
  cjs: 'javascript',
  ts: 'typescript',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
};

function languageOf(path: string): DocumentLanguage {
  return languages[path.slice(path.lastIndexOf('.') + 1)] ?? 'plaintext';
}

export function fileId(path: string): DocumentId {
  return `file:${path}`;
}

export interface DocumentSources {
  readonly files: Readonly<Record<string, string>>;
  readonly starter: Readonly<Record<string, string>>;
  readonly template: string | undefined;
  readonly templateStarter: string | undefined;
  readonly event: string | undefined;
}

/** The tabs in their order: files as given, then the template, then the event. */
export function documentsOf(sources: DocumentSources): EditorDocument[] {
  const documents = Object.entries(sources.files).map(([path, text]): EditorDocument => ({
    id: fileId(path),
    kind: 'file',
    name: path,
    language: languageOf(path),
    text,
    starter: sources.starter[path],
  }));
  if (sources.template !== undefined) {
    documents.push({
      id: 'template',
      kind: 'template',
      name: templateName,
      language: 'yaml',
      text: sources.template,
      starter: sources.templateStarter,
    });
  }
  if (sources.event !== undefined) {
    documents.push({
      id: 'event',
      kind: 'event',
      name: 'Test event',
      language: 'json',
      text: sources.event,
      starter: undefined,
    });
  }
  return documents;
}

/** The document that a problem or a log line speaks of; undefined if it is not open. */
export function findDocument(documents: readonly EditorDocument[], file: string): EditorDocument | undefined {
  return documents.find((document) => document.name === file);
}

/** Differs from what it started as; a file that the learner added counts as changed. */
export function isChanged(document: EditorDocument): boolean {
  return document.kind !== 'event' && document.text !== document.starter;
}

/** What a screen reader says of the text. */
export function spokenName(document: EditorDocument): string {
  switch (document.kind) {
    case 'file':
      return `Code of ${document.name}`;
    case 'template':
      return 'Template of the scenario, YAML';
    case 'event':
      return 'Test event, JSON';
  }
}
