export type LabCommand = 'run' | 'play' | 'keys' | 'close';

/** Where keys have a meaning of their own: texts to type in, and things that Space presses or moves. */
const HAS_OWN_KEYS =
  'input, textarea, select, button, a, summary, dialog, [contenteditable], [role="textbox"], [role="application"], [role="listbox"], [role="tab"], [role="separator"], [role="option"]';
/** The editor's text is neither an input nor contenteditable: it is known by its role. */
const TEXT = 'input, textarea, select, [contenteditable], [role="textbox"]';

/** What a key means to the lab; undefined for nothing. Ctrl or Cmd and Enter runs wherever the focus is. */
export function labKey(event: KeyboardEvent): LabCommand | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  const target = event.target instanceof Element ? event.target : undefined;
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'run';
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Escape' && !target?.closest(`dialog, ${TEXT}`)) return 'close';
  if (key === '?' && !target?.closest(`dialog, ${TEXT}`)) return 'keys';
  if (key === ' ' && !target?.closest(HAS_OWN_KEYS)) return 'play';
  return undefined;
}
