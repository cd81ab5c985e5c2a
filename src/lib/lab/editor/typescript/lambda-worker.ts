import { typescript as compiler } from 'monaco-editor/languages/features/typescript/lib/typescriptServices';
import {
  TypeScriptWorker,
  type TypeScriptWorkerData,
} from 'monaco-editor/languages/features/typescript/tsWorker';
import type { worker } from 'monaco-editor/editor/editor.api';
import type { NodeRuntime } from '$lib/sandbox/isolate';
import type ts from 'typescript';
import { librariesFor } from '../types/libraries';
import { handlerInsertion, type Insertion } from './handler-types';
import { importFault, missingFile } from './modules';
import { compilerOptions } from './options';
import { answerToLearner, toWorker } from './positions';

const root = 'file:///var/task/';

/** TypeScript's number for an import that it cannot resolve. */
const cannotFindModule = 2307;
/** A name that only a browser's types have, such as `document`. */
const nameOfBrowser = 2584;

/** Requests whose arguments after the file name are positions, and how many of them. */
const positionArguments: Readonly<Record<string, number>> = {
  getCompletionsAtPosition: 1,
  getCompletionEntryDetails: 1,
  getSignatureHelpItems: 1,
  getQuickInfoAtPosition: 1,
  getDocumentHighlights: 1,
  getDefinitionAtPosition: 1,
  getReferencesAtPosition: 1,
  findRenameLocations: 1,
  getRenameInfo: 1,
  getCodeFixesAtPosition: 2,
  getFormattingEditsForRange: 2,
  getFormattingEditsAfterKeystroke: 1,
};

export class LambdaTypeScriptWorker extends TypeScriptWorker {
  readonly #runtime: NodeRuntime;
  readonly #options: ts.CompilerOptions;
  readonly #libraries: ReadonlyMap<string, string>;
  /** The insertion of each file, by the text that it was found in. */
  readonly #insertions = new Map<
    string,
    { readonly text: string; readonly insertion: Insertion | undefined }
  >();

  constructor(context: worker.IWorkerContext, data: TypeScriptWorkerData) {
    super(context, data);
    this.#runtime = runtimeOf(data.compilerOptions['coldstartRuntime']);
    this.#options = compilerOptions(compiler, this.#runtime);
    this.#libraries = librariesFor(this.#runtime);
    mapPositions(this.getLanguageService(), (fileName) => this.#insertion(fileName));
  }

  override getCompilationSettings(): ts.CompilerOptions {
    return this.#options;
  }

  override getScriptFileNames(): string[] {
    const own = super.getScriptFileNames().filter((name) => name.startsWith(root) && !name.endsWith('.json'));
    return [...own, ...[...this.#libraries.keys()].filter((name) => name.endsWith('.d.ts'))];
  }

  override getScriptVersion(fileName: string): string {
    return this.#libraries.has(fileName) ? '1' : super.getScriptVersion(fileName);
  }

  override getScriptKind(fileName: string): ts.ScriptKind {
    if (fileName.endsWith('.ts')) return compiler.ScriptKind.TS;
    return fileName.endsWith('.json') ? compiler.ScriptKind.JSON : compiler.ScriptKind.JS;
  }

  override _getScriptText(fileName: string): string | undefined {
    const library = this.#libraries.get(fileName);
    if (library !== undefined) return library;
    const text = super._getScriptText(fileName);
    const insertion = this.#insertion(fileName);
    if (text === undefined || insertion === undefined) return text;
    return text.slice(0, insertion.at) + insertion.text + text.slice(insertion.at);
  }

  override async getSemanticDiagnostics(fileName: string): Promise<ts.Diagnostic[]> {
    const found = await super.getSemanticDiagnostics(fileName);
    const imports = this.#imports(fileName);
    const others = found.filter((diagnostic) => !imports.some((fault) => overlap(fault, diagnostic)));
    return [...others.map(withoutBrowserAdvice), ...imports];
  }

  /** Every import that cannot be found, with what Lambda would say. Positions are the learner's. */
  #imports(fileName: string): ts.Diagnostic[] {
    const text = super._getScriptText(fileName);
    if (text === undefined || !fileName.startsWith(root)) return [];
    const importer = decodeURI(fileName.slice(root.length));
    const exists = (path: string): boolean => super._getScriptText(root + encodeURI(path)) !== undefined;
    const deployed = (name: string): boolean =>
      super.getScriptFileNames().some((path) => path.startsWith(`${root}node_modules/${name}/`));
    return compiler.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName: specifier, pos }) => {
      const system = /\brequire\s*\(\s*['"`]?$/.test(text.slice(0, pos)) ? 'commonjs' : 'esm';
      const message =
        missingFile(specifier, importer, system, exists) ??
        importFault(specifier, importer, system, deployed);
      if (message === undefined || isTypesOnly(specifier)) return [];
      return [
        {
          category: compiler.DiagnosticCategory.Error,
          code: cannotFindModule,
          file: undefined,
          // Without the quotes.
          start: pos + 1,
          length: specifier.length,
          messageText: message,
        },
      ];
    });
  }

  #insertion(fileName: string): Insertion | undefined {
    if (!fileName.startsWith(root) || fileName.endsWith('.json')) return undefined;
    const text = super._getScriptText(fileName);
    if (text === undefined) return undefined;
    const known = this.#insertions.get(fileName);
    if (known?.text === text) return known.insertion;
    const source = compiler.createSourceFile(
      fileName,
      text,
      compiler.ScriptTarget.ESNext,
      true,
      this.getScriptKind(fileName),
    );
    const insertion = handlerInsertion(compiler, source, this.#runtime);
    this.#insertions.set(fileName, { text, insertion });
    return insertion;
  }
}

function overlap(one: ts.Diagnostic, other: ts.Diagnostic): boolean {
  if (one.start === undefined || other.start === undefined) return false;
  return one.start <= other.start + (other.length ?? 0) && other.start <= one.start + (one.length ?? 0);
}

/** TypeScript's advice for a browser's name is to add the browser's types; here there is no browser to have. */
function withoutBrowserAdvice(diagnostic: ts.Diagnostic): ts.Diagnostic {
  if (diagnostic.code !== nameOfBrowser || typeof diagnostic.messageText !== 'string') return diagnostic;
  const [found = diagnostic.messageText] = diagnostic.messageText.split('. ');
  return { ...diagnostic, messageText: `${found}. A Lambda function runs in Node.js: there is no page.` };
}

/** Types of AWS's events: nothing at run time, so nothing that could be missing. */
function isTypesOnly(specifier: string): boolean {
  return specifier === 'aws-lambda' || specifier.startsWith('aws-lambda/');
}

function runtimeOf(value: unknown): NodeRuntime {
  return value === 'nodejs20.x' || value === 'nodejs22.x' ? value : 'nodejs24.x';
}

type InsertionOf = (fileName: string) => Insertion | undefined;

/** Wraps the language service: positions go in as the worker's, come out as the learner's. */
function mapPositions(service: ts.LanguageService, insertionOf: InsertionOf): void {
  const methods: Record<string, unknown> = Object.fromEntries(Object.entries(service));
  for (const [name, method] of Object.entries(methods)) {
    if (typeof method !== 'function' || !asksAboutFile(name)) continue;
    const positions = positionArguments[name] ?? 0;
    Reflect.set(service, name, (fileName: string, ...rest: unknown[]): unknown => {
      const insertion = insertionOf(fileName);
      const mapped = rest.map((value, index) =>
        index < positions && typeof value === 'number' ? toWorker(insertion, value) : value,
      );
      const answer: unknown = Reflect.apply(method, service, [fileName, ...mapped]);
      return answerToLearner(answer, fileName, insertionOf);
    });
  }
}

function asksAboutFile(name: string): boolean {
  return (
    name in positionArguments ||
    [
      'getSyntacticDiagnostics',
      'getSemanticDiagnostics',
      'getSuggestionDiagnostics',
      'getNavigationTree',
      'getFormattingEditsForDocument',
    ].includes(name)
  );
}
