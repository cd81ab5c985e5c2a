/** Where Monaco gets its workers from: bundled beside the page, so that the editor works without a network. */
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptWorker from '../typescript/typescript.worker?worker';

globalThis.MonacoEnvironment = {
  getWorker: (_module: string, label: string) =>
    label === 'typescript' ? new TypeScriptWorker() : new EditorWorker(),
};
