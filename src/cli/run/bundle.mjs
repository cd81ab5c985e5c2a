import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { guestCode } from '../../lib/sandbox/build/guest-code.js';
import { ROOT } from '../setup/command.mjs';
import { asObject } from '../setup/json.mjs';

/** Inside node_modules, so that the bundle finds the packages that it imports. */
const CACHE = path.join(ROOT, 'node_modules/.cache/coldstart');

/**
 * Imports a TypeScript module of the project, with all that it imports of the project bundled into one file: it is
 * there in a third of the time that a module runner takes (0.5 s of processor time instead of 1.9 s), and runs at full speed.
 *
 * @param {string} file path in the project
 * @returns {Promise<Record<string, unknown>>} what it exports
 */
export async function importBundled(file) {
  const bundle = await rolldown({
    cwd: ROOT,
    input: path.join(ROOT, file),
    platform: 'node',
    external: isPackage,
    resolve: { alias: { $lib: path.join(ROOT, 'src/lib') } },
    plugins: [guestCode()],
  });
  mkdirSync(CACHE, { recursive: true });
  const output = path.join(CACHE, `${path.basename(file, '.ts')}-${process.pid}.mjs`);
  try {
    const { output: chunks } = await bundle.generate({
      format: 'esm',
      sourcemap: 'inline',
      codeSplitting: false,
    });
    writeFileSync(output, chunks[0].code);
    /** @type {unknown} */
    const module = await import(pathToFileURL(output).href);
    return asObject(module);
  } finally {
    await bundle.close();
    rmSync(output, { force: true });
  }
}

/** @param {string} id what an import names */
function isPackage(id) {
  return !/^[./$]/.test(id) && !path.isAbsolute(id) && !id.includes('?');
}
