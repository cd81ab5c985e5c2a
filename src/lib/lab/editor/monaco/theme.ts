/**
 * Monaco's theme, drawn from the site's tokens. Ice, ember, red and grey keep their meanings, so code is told apart by
 * weight and by the accent only; red is for what failed.
 */
import { editor } from './parts';

const name = 'coldstart';

/** Reads a token as #rrggbb or #rrggbbaa, whatever notation the stylesheet uses. */
function tokenReader(): (token: string) => string {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (token) => {
    const value = style.getPropertyValue(token).trim();
    if (/^#[\da-f]{6}$/i.test(value) || context === null) return value;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const bytes = [...context.getImageData(0, 0, 1, 1).data];
    return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  };
}

/** Reads the tokens as they are now and repaints every editor. */
function applyTheme(): void {
  const token = tokenReader();
  const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
  const text = token('--text');
  const quiet = token('--text-quiet');
  const accent = token('--accent');
  const raised = token('--surface-raised');
  const line = token('--line');
  const soft = token('--accent-soft');
  const red = token('--red');
  const surface = token('--surface');
  editor.defineTheme(name, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: text },
      { token: 'comment', foreground: quiet, fontStyle: 'italic' },
      { token: 'keyword', foreground: text, fontStyle: 'bold' },
      { token: 'string', foreground: accent },
      { token: 'string.key', foreground: text },
      { token: 'string.escape', foreground: accent, fontStyle: 'bold' },
      { token: 'regexp', foreground: accent },
      { token: 'number', foreground: accent },
      { token: 'type.yaml', foreground: text, fontStyle: 'bold' },
      { token: 'tag.yaml', foreground: accent },
      { token: 'delimiter', foreground: quiet },
      { token: 'invalid', foreground: red },
    ],
    colors: {
      foreground: text,
      focusBorder: token('--focus'),
      errorForeground: red,
      'editor.background': surface,
      'editor.foreground': text,
      'editorCursor.foreground': text,
      'editorLineNumber.foreground': quiet,
      'editorLineNumber.activeForeground': text,
      'editor.selectionBackground': soft,
      'editor.inactiveSelectionBackground': soft,
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': '#00000000',
      'editor.wordHighlightBackground': `${soft}99`,
      'editor.wordHighlightStrongBackground': soft,
      'editor.findMatchBackground': soft,
      'editor.findMatchBorder': accent,
      'editor.findMatchHighlightBackground': `${soft}99`,
      'editorIndentGuide.background1': line,
      'editorIndentGuide.activeBackground1': token('--line-strong'),
      'editorBracketMatch.background': soft,
      'editorBracketMatch.border': accent,
      'editorError.foreground': red,
      'editorWarning.foreground': quiet,
      'editorInfo.foreground': quiet,
      'editorHint.foreground': quiet,
      'editorGutter.background': surface,
      'editorOverviewRuler.border': surface,
      'editorOverviewRuler.errorForeground': red,
      'editorOverviewRuler.warningForeground': quiet,
      'editorMarkerNavigation.background': raised,
      'editorMarkerNavigationError.background': red,
      'editorWidget.background': raised,
      'editorWidget.foreground': text,
      'editorWidget.border': line,
      'editorHoverWidget.background': raised,
      'editorHoverWidget.border': line,
      'editorSuggestWidget.background': raised,
      'editorSuggestWidget.border': line,
      'editorSuggestWidget.foreground': text,
      'editorSuggestWidget.selectedBackground': soft,
      'editorSuggestWidget.selectedForeground': text,
      'editorSuggestWidget.highlightForeground': accent,
      'editorSuggestWidget.focusHighlightForeground': accent,
      'quickInput.background': raised,
      'quickInput.foreground': text,
      'quickInputList.focusBackground': soft,
      'quickInputList.focusForeground': text,
      'list.hoverBackground': token('--surface-sunken'),
      'list.highlightForeground': accent,
      'input.background': surface,
      'input.foreground': text,
      'input.border': token('--line-strong'),
      'inputOption.activeBackground': soft,
      'inputOption.activeForeground': text,
      'inputOption.activeBorder': accent,
      'textLink.foreground': accent,
      'textLink.activeForeground': accent,
      'menu.background': raised,
      'menu.foreground': text,
      'menu.selectionBackground': soft,
      'menu.selectionForeground': text,
      'menu.border': line,
      'menu.separatorBackground': line,
      'widget.shadow': '#00000033',
      'scrollbarSlider.background': `${quiet}55`,
      'scrollbarSlider.hoverBackground': `${quiet}88`,
      'scrollbarSlider.activeBackground': `${quiet}aa`,
      'peekView.border': line,
      'peekViewEditor.background': raised,
      'peekViewResult.background': raised,
      'peekViewTitle.background': raised,
      'peekViewTitleLabel.foreground': text,
      'peekViewResult.selectionBackground': soft,
      'peekViewResult.selectionForeground': text,
    },
  });
  editor.setTheme(name);
}

/** Repaints now and whenever the page changes between light and dark. Returns what stops it. */
export function followTheme(): () => void {
  applyTheme();
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', applyTheme);
  const chosen = new MutationObserver(applyTheme);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  return () => {
    system.removeEventListener('change', applyTheme);
    chosen.disconnect();
  };
}
