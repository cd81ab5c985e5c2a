/** Modules of Monaco that it exports without types. */
declare module 'monaco-editor/languages/features/typescript/tsWorker' {
  import type ts from 'typescript';
  import type { worker } from 'monaco-editor/editor/editor.api';

  export interface TypeScriptWorkerData {
    compilerOptions: Record<string, unknown>;
    extraLibs: Record<string, { content: string; version: number }>;
  }

  export class TypeScriptWorker {
    constructor(context: worker.IWorkerContext, data: TypeScriptWorkerData);
    getLanguageService(): ts.LanguageService;
    getCompilationSettings(): ts.CompilerOptions;
    getScriptFileNames(): string[];
    getScriptVersion(fileName: string): string;
    getScriptKind(fileName: string): ts.ScriptKind;
    _getScriptText(fileName: string): string | undefined;
    getSemanticDiagnostics(fileName: string): Promise<ts.Diagnostic[]>;
  }
}

declare module 'monaco-editor/languages/features/typescript/lib/typescriptServices' {
  import type ts from 'typescript';
  export const typescript: typeof ts;
}

declare module 'monaco-editor/internal/common/initialize' {
  import type { worker } from 'monaco-editor/editor/editor.api';
  import type { TypeScriptWorkerData } from 'monaco-editor/languages/features/typescript/tsWorker';
  export function initialize(
    create: (context: worker.IWorkerContext, data: TypeScriptWorkerData) => object,
  ): void;
}
