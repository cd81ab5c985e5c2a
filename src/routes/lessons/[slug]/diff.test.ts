import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffLines } from './diff';

const told = (from: string, to: string) =>
  diffLines(from, to).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

it('keeps what both have and says what goes and what comes', () => {
  expect(told('a\nb\nc\n', 'a\nx\nc\n')).toEqual([' a', '-b', '+x', ' c']);
});

it('tells apart nothing and an empty line', () => {
  expect(told('', '')).toEqual([]);
  expect(told('a\n', 'a\n\n')).toEqual([' a', '+']);
});

it('gives back both texts, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '}'), { maxLength: 12 })
    .map((list) => list.join('\n'));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const diff = diffLines(from, to);
      const of = (...kinds: string[]) =>
        diff.filter(({ kind }) => kinds.includes(kind)).map((line) => line.text);
      expect(of('same', 'removed').join('\n')).toBe(from);
      expect(of('same', 'added').join('\n')).toBe(to);
    }),
  );
});
