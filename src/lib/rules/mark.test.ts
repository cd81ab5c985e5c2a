import { describe, expect, it } from 'vitest';
import { markWords } from './mark';

const marked = (text: string, words: string[]) =>
  markWords(text, words)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marking the searched words', () => {
  it('marks each occurrence, in whatever case, and keeps the text as it was', () => {
    expect(marked('A timeout: Timeout', ['timeout'])).toBe('A [timeout]: [Timeout]');
    expect(marked('tmp and timeout', ['timeout', 'tmp'])).toBe('[tmp] and [timeout]');
  });

  it('takes signs as they are', () => {
    expect(marked('a.b (c)', ['.', '(c'])).toBe('a[.]b [(c])');
    expect(marked('ab', ['.*'])).toBe('ab');
  });

  it('marks nothing when nothing is searched', () => {
    expect(marked('text', [])).toBe('text');
    expect(marked('text', [''])).toBe('text');
  });
});
