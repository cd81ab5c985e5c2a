/** The Monaco side of the editor: one editor, one model for each document, what each tab looked like when it was left. */
import type { NodeRuntime } from '$lib/sandbox/isolate';
import { spokenName, type DocumentId, type EditorDocument, type EditorProblem } from '../documents';
import { formatJson } from '../json';
import { checkSyntax } from './checks';
import { registerJson } from './json-language';
import { useRuntime } from './language-settings';
import { editorOptions, optionsForWidth } from './options';
import { KeyCode, KeyMod, Range, Uri, editor, getTypeScriptWorker, type IDisposable } from './parts';
import { ProblemDisplay } from './problems';
import { addLeaving } from './leaving';
import { followTheme } from './theme';
import './workers';
import './monaco.css';

/** Where a caret or a selection is, as a textarea counts: UTF-16 units from the start. */
export interface TextSelection {
  readonly start: number;
  readonly end: number;
}

/** What is carried over from the plain text area. */
export interface PlainState {
  readonly selection: TextSelection;
  readonly scrollTop: number;
  readonly focused: boolean;
}

export interface SurfaceOptions {
  readonly runtime: NodeRuntime;
  readonly readonly: boolean;
  /** The learner changed a document. */
  readonly onText: (id: DocumentId, text: string) => void;
  /** Ctrl or Cmd and Enter. */
  readonly onRun: () => void;
}

interface Open {
  readonly model: editor.ITextModel;
  language: EditorDocument['language'];
  view: editor.ICodeEditorViewState | null;
  problems: string;
  check: number | undefined;
}

/** How long typing rests before JSON and YAML are checked. */
const checkDelayMs = 250;

export class MonacoSurface {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #open = new Map<DocumentId, Open>();
  readonly #problems = new ProblemDisplay();
  readonly #disposables: IDisposable[] = [];
  #shown: DocumentId | undefined;
  #functionName = '';
  /** Set while a text that came from outside is put in, which is no change by the learner. */
  #quiet = false;

  constructor(
    host: HTMLElement,
    private readonly options: SurfaceOptions,
  ) {
    registerJson();
    useRuntime(options.runtime);
    this.#editor = editor.create(host, { ...editorOptions(host), readOnly: options.readonly, model: null });
    this.#editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => options.onRun());
    this.#disposables.push(this.#editor, addLeaving(this.#editor), { dispose: followTheme() });
    this.#disposables.push(
      this.#editor.onDidLayoutChange(({ width }) => this.#editor.updateOptions(optionsForWidth(width))),
    );
    void document.fonts.ready.then(() => editor.remeasureFonts());
  }

  /**
   * Makes the models match the documents. A text that came from outside can be undone like one that was typed, unless
   * the files are those of another function.
   */
  sync(functionName: string, documents: readonly EditorDocument[]): void {
    const others = functionName !== this.#functionName;
    this.#functionName = functionName;
    let added = false;
    for (const [id, open] of this.#open) {
      const gone = !documents.some((document) => document.id === id);
      if (gone || (others && id.startsWith('file:'))) this.#close(id, open);
    }
    for (const document of documents) {
      const open = this.#open.get(document.id);
      if (open === undefined) {
        this.#add(document);
        added = true;
      } else if (open.model.getValue() !== document.text) this.#replace(open.model, document.text);
    }
    if (added) void this.#shareWithTypeScript();
  }

  show(document: EditorDocument): void {
    const open = this.#open.get(document.id);
    if (open === undefined || this.#shown === document.id) return;
    const before = this.#shown === undefined ? undefined : this.#open.get(this.#shown);
    if (before !== undefined) before.view = this.#editor.saveViewState();
    this.#shown = document.id;
    this.#editor.setModel(open.model);
    this.#editor.updateOptions({ ariaLabel: ariaLabel(document) });
    if (open.view !== null) this.#editor.restoreViewState(open.view);
  }

  /** Problems of one document; those of a document that is edited afterwards are taken away. */
  setProblems(id: DocumentId, problems: readonly EditorProblem[]): void {
    const open = this.#open.get(id);
    const key = JSON.stringify(problems);
    if (open === undefined || open.problems === key) return;
    open.problems = key;
    this.#problems.show(open.model, problems);
  }

  setRuntime(runtime: NodeRuntime): void {
    useRuntime(runtime);
  }

  setReadonly(readonly: boolean): void {
    this.#editor.updateOptions({ readOnly: readonly });
  }

  /** Puts the caret there and scrolls to it. Lines and columns count from 1. */
  reveal(line: number, column: number): void {
    const model = this.#editor.getModel();
    if (model === null) return;
    const position = model.validatePosition({ lineNumber: line, column });
    this.#editor.setPosition(position);
    this.#editor.revealPositionInCenterIfOutsideViewport(position, editor.ScrollType.Smooth);
    this.#editor.focus();
  }

  /** Takes the place of the plain text area: its selection, how far it was scrolled, its focus. */
  takeOver({ selection, scrollTop, focused }: PlainState): void {
    const model = this.#editor.getModel();
    if (model === null) return;
    const start = model.getPositionAt(selection.start);
    const end = model.getPositionAt(selection.end);
    this.#editor.setSelection(Range.fromPositions(start, end));
    this.#editor.setScrollTop(scrollTop);
    if (focused) this.#editor.focus();
  }

  focus(): void {
    this.#editor.focus();
  }

  /** Formats the shown document; resolves to false if it cannot be formatted as it is. */
  async format(): Promise<boolean> {
    const open = this.#shown === undefined ? undefined : this.#open.get(this.#shown);
    if (open === undefined) return false;
    if (open.language === 'json') {
      const text = formatJson(open.model.getValue());
      if (text !== undefined) this.#edit(open.model, text);
      return text !== undefined;
    }
    const action = this.#editor.getAction('editor.action.formatDocument');
    if (action?.isSupported() !== true) return false;
    await action.run();
    return true;
  }

  /** Replaces a document's text as if the learner had typed it: it can be undone, and `onText` is called. */
  replace(id: DocumentId, text: string): void {
    const open = this.#open.get(id);
    if (open !== undefined) this.#edit(open.model, text);
  }

  dispose(): void {
    for (const [id, open] of this.#open) this.#close(id, open);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #add(document: EditorDocument): void {
    const uri = uriOf(document);
    editor.getModel(uri)?.dispose();
    const model = editor.createModel(document.text, monacoLanguage(document), uri);
    model.setEOL(editor.EndOfLineSequence.LF);
    model.updateOptions({
      tabSize: 2,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    const open: Open = { model, language: document.language, view: null, problems: '[]', check: undefined };
    this.#open.set(document.id, open);
    model.onDidChangeContent(() => this.#changed(document.id, open));
    checkSyntax(model, open.language);
  }

  #changed(id: DocumentId, open: Open): void {
    this.#problems.clear(open.model);
    window.clearTimeout(open.check);
    open.check = window.setTimeout(() => {
      if (!open.model.isDisposed()) checkSyntax(open.model, open.language);
    }, checkDelayMs);
    if (!this.#quiet) this.options.onText(id, open.model.getValue());
  }

  #replace(model: editor.ITextModel, text: string): void {
    this.#quiet = true;
    this.#edit(model, text);
    this.#quiet = false;
  }

  #edit(model: editor.ITextModel, text: string): void {
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    model.pushStackElement();
  }

  #close(id: DocumentId, open: Open): void {
    window.clearTimeout(open.check);
    if (this.#shown === id) {
      this.#shown = undefined;
      this.#editor.setModel(null);
    }
    this.#problems.forget(open.model);
    this.#open.delete(id);
    open.model.dispose();
  }

  /** The TypeScript worker sees only the models that it was told of: files that are imported must be among them. */
  async #shareWithTypeScript(): Promise<void> {
    const uris = [...this.#open.values()].map((open) => open.model.uri);
    try {
      const worker = await getTypeScriptWorker();
      await worker(...uris);
    } catch {
      // Not started yet: no code has been shown. It is told when the first code is.
    }
  }
}

function uriOf(document: EditorDocument): Uri {
  return document.kind === 'file'
    ? Uri.file(`/var/task/${document.name}`)
    : Uri.parse(`coldstart:/${document.kind}`);
}

/** JavaScript goes to the TypeScript worker too: see ./language-settings. */
function monacoLanguage(document: EditorDocument): string {
  return document.language === 'javascript' ? 'typescript' : document.language;
}

function ariaLabel(document: EditorDocument): string {
  return `${spokenName(document)}. Press Escape, then Tab, to leave the editor.`;
}
