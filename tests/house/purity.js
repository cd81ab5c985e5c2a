import globals from 'globals';
import { UNIVERSAL_GLOBALS } from './layers.js';

const why = 'from kernel to scenario the same code runs in a worker, in Node and in tests';

const platform = new Set(
  [globals.browser, globals.worker, globals.node].flatMap((names) => Object.keys(names)),
);
for (const name of [...Object.keys(globals.es2025), ...UNIVERSAL_GLOBALS]) platform.delete(name);

const TIME = 'Time comes from the kernel: kernel.now.';
const CHANCE = 'Chance comes from the kernel: kernel.random.';

/**
 * What the pure folders may not reach: the wall clock, chance, the DOM, Node.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
export const purity = {
  'no-restricted-globals': [
    'error',
    ...[...platform].sort().map((name) => ({ name, message: `It belongs to a platform; ${why}.` })),
    { name: 'globalThis', message: `Everything of the platform hangs from it; ${why}.` },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: TIME },
    { object: 'Math', property: 'random', message: CHANCE },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: TIME },
    { selector: 'CallExpression[callee.name="Date"]', message: TIME },
    { selector: 'MetaProperty[meta.name="import"]', message: `import.meta belongs to a platform; ${why}.` },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: '^node:', message: `Node's modules are not in a browser; ${why}.` },
        {
          regex: '^(svelte|svelte/.*|\\$app/.*|\\$env/.*|comlink|idb|monaco-editor.*)$',
          message: `It belongs to the page; ${why}.`,
        },
      ],
    },
  ],
};
