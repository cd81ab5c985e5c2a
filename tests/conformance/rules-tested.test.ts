import { expect, it } from 'vitest';
import { ALL_RULES, isRuleId } from '$lib/rules';

/** Every test of the project as text. A title names the rules that it holds in square brackets. */
const tests = import.meta.glob<string>(
  [
    '/src/**/*.test.ts',
    '/tests/{conformance,hostile}/**/*.test.ts',
    '/tests/e2e/**/*.spec.ts',
    '/lessons/**/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const named = new Map<string, string[]>();
for (const [file, text] of Object.entries(tests))
  for (const [, id] of text.matchAll(/\[((?:lambda|sandbox)\.[a-z0-9-]+)\]/g))
    if (id !== undefined) named.set(id, [...(named.get(id) ?? []), file]);

it('every rule is held by a test that names it', () => {
  const missing = ALL_RULES.map(({ id }) => id).filter((id) => !named.has(id));
  expect(missing, `rules without a test: ${missing.join(', ')}`).toEqual([]);
});

it('every rule that a test names exists', () => {
  const unknown = [...named].filter(([id]) => !isRuleId(id));
  expect(unknown).toEqual([]);
});
