import { describe, expect, it } from 'vitest';
import { objectsOf } from './reference';
import { FrontMatter, Invoke, Questions, Steps, Wait } from '$lib/lesson/authoring/schema';
import guide from '../../docs/writing-lessons.md?raw';

const sources = import.meta.glob<string>('/lessons/*/**/*.{md,yaml,mjs,ts}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Fenced blocks that name the file they quote: ```` ```yaml lessons/…/steps.yaml ````. */
const QUOTES = /^```\w+ (lessons\/\S+)\n([\s\S]*?)^```$/gm;

describe('docs/writing-lessons.md', () => {
  it.each([
    ['lesson.md', FrontMatter, ''],
    ['steps.yaml', Steps, ''],
    ['an invocation', Invoke, 'do'],
    ['a wait', Wait, 'do'],
    ['questions.yaml', Questions, ''],
  ])('lists every key of %s with what it is for', (_, schema, base) => {
    const rows = objectsOf(schema, base).flatMap(({ path, keys }) =>
      keys.map(({ key, description, optional }) => {
        const name = path === '' ? key : `${path}.${key}`;
        return `| \`${name}\` | ${optional ? 'may' : 'must'} | ${description} |`;
      }),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !unpadded(guide).includes(row))).toEqual([]);
  });

  it('quotes the lessons as they are', () => {
    const quotes = [...guide.matchAll(QUOTES)];
    expect(quotes.length).toBeGreaterThan(4);
    for (const [, path, text] of quotes)
      expect(indented(sources[`/${path}`] ?? ''), path).toContain(indented(text ?? ''));
  });
});

/** A Markdown table without the spaces that align its columns. */
const unpadded = (markdown: string) => markdown.replaceAll(/ +\|/g, ' |');

/** Without indentation: an excerpt may stand further left than in its file. */
const indented = (text: string) => text.replaceAll(/^ +/gm, '').trim();
