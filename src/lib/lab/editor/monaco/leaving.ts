/**
 * Tab indents, so a keyboard needs a way out: Escape makes the next Tab leave the editor, in either direction. Typing or
 * leaving makes Tab indent again. Monaco's own switch (Ctrl+M) stays as it is.
 */
import { KeyCode, type editor, type IDisposable } from './parts';

/** Escape closes these first. */
const nothingOpen = [
  '!suggestWidgetVisible',
  '!findWidgetVisible',
  '!parameterHintsVisible',
  '!renameInputVisible',
  '!inSnippetMode',
  '!markersNavigationVisible',
  '!referenceSearchVisible',
  '!editorHasMultipleSelections',
  '!editorHoverVisible',
].join(' && ');

export function addLeaving(code: editor.IStandaloneCodeEditor): IDisposable {
  let leaving = false;
  const set = (value: boolean): void => {
    if (leaving === value) return;
    leaving = value;
    code.updateOptions({ tabFocusMode: value });
  };
  code.addCommand(KeyCode.Escape, () => set(true), nothingOpen);
  const listeners = [
    code.onDidBlurEditorText(() => set(false)),
    code.onDidChangeModelContent(() => set(false)),
    code.onDidChangeCursorPosition(() => set(false)),
  ];
  return { dispose: () => listeners.forEach((listener) => listener.dispose()) };
}
