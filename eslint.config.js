import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { explainedAssertion } from './tests/house/explained-assertion.js';
import { importDirection } from './tests/house/import-direction.js';
import { NOT_PURE, PURE } from './tests/house/layers.js';
import { purity } from './tests/house/purity.js';

const tests = ['**/*.test.ts', 'tests/**/*.ts'];

export default defineConfig(
  globalIgnores([
    'build/',
    '.svelte-kit/',
    'node_modules/',
    'test-results/',
    'playwright-report/',
    'static/',
    // Learners' code, right and wrong on purpose.
    'lessons/*/{starter,solution,wrong}/',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedInlineConfigs: 'error' } },

  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    plugins: {
      house: { rules: { 'import-direction': importDirection, 'explained-assertion': explainedAssertion } },
    },
    rules: {
      'house/import-direction': 'error',
      'house/explained-assertion': 'error',
      eqeqeq: 'error',
      'no-undef': 'off', // TypeScript knows better
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // It takes a field for unchanged across a call that changes it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      // A path with a control character in it is looked for on purpose.
      'no-control-regex': 'off',
      // A map that no markup reads need not be reactive.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: PURE.map((folder) => `src/lib/${folder}/**/*.ts`),
    ignores: [...tests, ...NOT_PURE],
    rules: purity,
  },
  {
    // The one place where a plain number becomes a unit.
    files: ['src/lib/kernel/units.ts'],
    rules: { 'house/explained-assertion': 'off' },
  },
  {
    // What runs inside QuickJS handles whatever a learner's code threw, exported or deleted, as AWS's own does.
    files: ['src/lib/sandbox/vm/**/*.ts'],
    rules: {
      'house/explained-assertion': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The one place where HTML is put into a page: the authors' texts, made when the site was built.
    files: ['src/lib/ui/AuthoredHtml.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  {
    // A test may reach in: it fails when it is wrong.
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'house/explained-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The command line speaks through the console.
    files: ['src/cli/**', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
);
