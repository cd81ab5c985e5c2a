import type { editor } from './parts';

/** Type sizes shared with the plain text area, so that nothing jumps when Monaco takes its place. */
export const codeFontSize = 14;
export const codeLineHeight = 21;
/** Below this width long lines are wrapped and the margin is as narrow as it can be. */
const narrow = 640;

export function editorOptions(host: HTMLElement): editor.IStandaloneEditorConstructionOptions {
  const isNarrow = host.clientWidth < narrow;
  return {
    accessibilitySupport: 'auto',
    automaticLayout: true,
    bracketPairColorization: { enabled: false },
    contextmenu: true,
    cursorSmoothCaretAnimation: 'off',
    fixedOverflowWidgets: true,
    folding: !isNarrow,
    fontFamily: getComputedStyle(host).fontFamily,
    fontLigatures: false,
    fontSize: codeFontSize,
    glyphMargin: true,
    guides: { indentation: true, highlightActiveIndentation: false },
    hideCursorInOverviewRuler: true,
    lightbulb: { enabled: 'onCode' as editor.ShowLightbulbIconMode },
    lineDecorationsWidth: 6,
    lineHeight: codeLineHeight,
    lineNumbersMinChars: 2,
    minimap: { enabled: false },
    multiCursorModifier: 'alt',
    overviewRulerBorder: false,
    overviewRulerLanes: 1,
    padding: { top: 8, bottom: 8 },
    quickSuggestions: { other: true, comments: false, strings: false },
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    smoothScrolling: false,
    stickyScroll: { enabled: false },
    suggest: { showStatusBar: false, preview: false },
    tabSize: 2,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
    wordBasedSuggestions: 'off',
    wordWrap: isNarrow ? 'on' : 'off',
    wrappingIndent: 'indent',
  };
}
