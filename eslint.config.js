import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { explainedAssertion } from './tests/house/explained-assertion.js';
import { importDirection } from './tests/house/import-direction.js';
import { PURE } from './tests/house/layers.js';
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
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: PURE.map((folder) => `src/lib/${folder}/**/*.ts`),
    ignores: tests,
    rules: purity,
  },
  {
    // The one place where a plain number becomes a unit.
    files: ['src/lib/kernel/units.ts'],
    rules: { 'house/explained-assertion': 'off' },
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
    },
  },
  {
    // The command line speaks through the console.
    files: ['src/cli/**', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
);
