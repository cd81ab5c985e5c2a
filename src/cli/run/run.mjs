import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../setup/command.mjs';
import { importBundled } from './bundle.mjs';

/**
 * @typedef {object} Place
 * @property {string} root the project's root
 * @property {string} cwd where the command was called: npm changes to the project's root and says in INIT_CWD where it was
 */

/** Each exports `main(args, place)`, which gives the exit code. */
const COMMANDS = {
  simulate: 'src/cli/simulate.ts',
  link: 'src/cli/link.ts',
  bench: 'tests/bench/main.ts',
};

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function run([name = '', ...args]) {
  const command = Object.entries(COMMANDS).find(([known]) => known === name);
  if (!command) {
    console.error(`Usage: node src/cli/run.mjs ${Object.keys(COMMANDS).join('|')} …`);
    return 2;
  }
  process.setSourceMapsEnabled(true);
  const main = (await importBundled(command[1]))['main'];
  if (!isMain(main)) throw new Error(`${command[1]} has no main`);
  return main(args, { root: ROOT, cwd: callersFolder() });
}

/**
 * @param {unknown} value
 * @returns {value is (args: readonly string[], place: Place) => Promise<number>}
 */
function isMain(value) {
  return typeof value === 'function';
}

function callersFolder() {
  const initial = process.env['INIT_CWD'];
  const byNpm = initial !== undefined && path.resolve(process.cwd()) === ROOT && existsSync(initial);
  return byNpm ? initial : process.cwd();
}
