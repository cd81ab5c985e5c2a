import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../setup/build.mjs';
import { ROOT, runTool } from '../setup/command.mjs';
import { playwrightCounts, vitestCounts } from './counts.mjs';

/**
 * @typedef {object} Step One part of the tests.
 * @property {string} name as `--only` takes it
 * @property {string} [needs] a step without which this one makes no sense
 * @property {() => Promise<boolean>} run whether it went well
 * @property {() => import('./counts.mjs').Counts} [counts] the tests that it ran
 */

/** @param {string} name */
function reportOf(name) {
  const file = path.join(ROOT, `test-results/${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string} name
 * @param {readonly string[]} folders
 * @returns {Step}
 */
function vitest(name, folders) {
  const report = reportOf(name);
  return {
    name,
    run: () =>
      runTool('vitest/vitest.mjs', [
        ...['run', ...folders.map((folder) => path.join(ROOT, folder, '/'))],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ]),
    counts: () => vitestCounts(report),
  };
}

/**
 * Several commands one after another: all of them, so that one run shows every fault.
 *
 * @param {readonly (() => Promise<boolean>)[]} commands
 */
async function all(commands) {
  let well = true;
  for (const command of commands) well = (await command()) && well;
  return well;
}

/** @returns {readonly Step[]} */
export function steps() {
  const browserReport = reportOf('end-to-end');
  return [
    {
      name: 'lint',
      run: () =>
        all([
          () => runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
          () => runTool('eslint/bin/eslint.js', ['--max-warnings', '0', '.']),
          () => runTool('knip/bin/knip.js', []),
        ]),
    },
    {
      name: 'types',
      run: () =>
        all([
          () => runTool('typescript/bin/tsc', ['--noEmit', '--project', 'tsconfig.json']),
          () =>
            runTool('svelte-check/bin/svelte-check', [
              ...['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
            ]),
        ]),
    },
    vitest('unit', ['src', 'lessons', 'tests/house']),
    vitest('conformance', ['tests/conformance']),
    vitest('hostile', ['tests/hostile']),
    { name: 'build', run: build },
    {
      name: 'end-to-end',
      needs: 'build',
      run: () =>
        runTool('playwright/cli.js', ['test', '--reporter=line,json'], {
          env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
        }),
      counts: () => playwrightCounts(browserReport),
    },
  ];
}
