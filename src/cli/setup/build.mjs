import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runTool } from './command.mjs';
import { readJson } from './json.mjs';

/** Everything that a build is made from. */
const SOURCES = [
  'src',
  'lessons',
  'static',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

/** When the last build began, and for which base path. Outside of the build, so that it is never deployed. */
const STAMP = path.join(ROOT, '.svelte-kit/coldstart-build.json');

export const BUILD = path.join(ROOT, 'build');

/**
 * The latest change of a file or of anything in a folder (a folder changes when a file in it comes or goes).
 *
 * @param {string} file
 * @returns {number} milliseconds since 1970; 0 when it is not there
 */
function changedAt(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => changedAt(path.join(file, name))));
}

/** The base path that a build would have now. */
function basePath() {
  return process.env['BASE_PATH'] ?? '';
}

function upToDate() {
  const stamp = readJson(STAMP);
  const startedAt = stamp?.['startedAt'];
  if (typeof startedAt !== 'number' || stamp?.['base'] !== basePath()) return false;
  if (!existsSync(path.join(BUILD, 'index.html'))) return false;
  return SOURCES.every((source) => changedAt(path.join(ROOT, source)) < startedAt);
}

/**
 * Builds the site.
 *
 * @returns {Promise<boolean>} whether it was built
 */
export async function build() {
  const startedAt = Date.now();
  if (!(await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']))) return false;
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ startedAt, base: basePath() }));
  return true;
}

/**
 * Builds the site when a source is newer than the last build.
 *
 * @returns {Promise<boolean>} whether there is a build of these sources
 */
export async function ensureBuild() {
  if (upToDate()) return true;
  console.log('Building …');
  return build();
}
