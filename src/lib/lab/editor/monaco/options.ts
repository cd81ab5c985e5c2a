import { editor } from './parts';

/** As in the plain text area, so that nothing moves when Monaco takes its place. */
const lineHeight = 21;
/** Below this width long lines are wrapped, the type is smaller and the margin as narrow as it can be. */
const narrow = 640;

/** What depends on the room there is, in CSS pixels. */
export function optionsForWidth(width: number): editor.IEditorOptions {
  return width < narrow
    ? { folding: false, fontSize: 13, glyphMargin: false, lineDecorationsWidth: 10, wordWrap: 'on' }
    : { folding: true, fontSize: 14, glyphMargin: true, lineDecorationsWidth: 6, wordWrap: 'off' };
}

export function editorOptions(host: HTMLElement): editor.IStandaloneEditorConstructionOptions {
  return {
    ...optionsForWidth(host.clientWidth),
    accessibilitySupport: 'auto',
    automaticLayout: true,
    codeLens: false,
    colorDecorators: false,
    contextmenu: true,
    cursorSmoothCaretAnimation: 'off',
    fixedOverflowWidgets: true,
    fontFamily: getComputedStyle(host).fontFamily,
    fontLigatures: false,
    guides: { indentation: true, highlightActiveIndentation: false },
    hideCursorInOverviewRuler: true,
    lightbulb: { enabled: editor.ShowLightbulbIconMode.OnCode },
    lineHeight,
    lineNumbersMinChars: 2,
    minimap: { enabled: false },
    multiCursorModifier: 'alt',
    overviewRulerBorder: false,
    overviewRulerLanes: 1,
    padding: { top: 8, bottom: 8 },
    quickSuggestions: { other: true, comments: false, strings: false },
    renderFinalNewline: 'on',
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    smoothScrolling: false,
    stickyScroll: { enabled: false },
    suggest: { showStatusBar: false, preview: false },
    tabSize: 2,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
    wordBasedSuggestions: 'off',
    wrappingIndent: 'indent',
  };
}
