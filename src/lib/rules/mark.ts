export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Splits a text where any of the words stands, in whatever case. The parts together are the text again. */
export function markWords(text: string, words: readonly string[]): readonly MarkedPart[] {
  const wanted = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return [{ text, marked: false }];
  // With a capturing group, every second part is what stood between the others: the words.
  return text
    .split(new RegExp(`(${wanted.join('|')})`, 'gi'))
    .map((part, index) => ({ text: part, marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
