import path from 'node:path';
import { ROOT, runNpm } from './command.mjs';
import { asObject, readJson } from './json.mjs';

/** @param {string} file */
function packagesOf(file) {
  const packages = readJson(path.join(ROOT, file))?.['packages'];
  return Object.entries(asObject(packages)).map(([where, value]) => {
    const { version, optional } = asObject(value);
    return { where, version, optional };
  });
}

/** Whether every package of the lock file is installed in its version (npm keeps a list of what it installed). */
function installed() {
  const present = new Map(
    packagesOf('node_modules/.package-lock.json').map(({ where, version }) => [where, version]),
  );
  if (present.size === 0) return false;
  return packagesOf('package-lock.json').every(
    ({ where, version, optional }) => where === '' || optional === true || present.get(where) === version,
  );
}

/**
 * Installs the dependencies unless they are there already.
 *
 * @throws {Error} when they cannot be installed
 */
export async function ensureDependencies() {
  if (installed()) return;
  console.log('Installing dependencies …');
  if (await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])) return;
  throw new Error('The dependencies could not be installed: npm says why above. (It needs a network.)');
}
