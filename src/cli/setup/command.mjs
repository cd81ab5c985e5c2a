import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The repository's root, found from wherever this module lies: commands may be bundled into one file elsewhere. */
export const ROOT = rootAbove(import.meta.dirname);

/**
 * @param {string} folder
 * @returns {string}
 */
function rootAbove(folder) {
  if (existsSync(path.join(folder, 'svelte.config.js'))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('This is not in a clone of the project.');
  return rootAbove(above);
}

/**
 * @typedef {object} CommandOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {number} [timeLimitMs] the command is ended after it
 * @property {'inherit' | 'ignore'} [output] where its output goes; default `inherit`
 */

/**
 * Runs a command in the repository's root.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(command, args, { env = {}, timeLimitMs, output = 'inherit' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      ...(timeLimitMs === undefined ? {} : { timeout: timeLimitMs }),
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/**
 * Runs a tool of node_modules by its entry file, with this very Node.
 *
 * @param {string} entry below node_modules, such as `vite/bin/vite.js`
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export function runTool(entry, args, options) {
  return run(process.execPath, [path.join(ROOT, 'node_modules', entry), ...args], options);
}

/**
 * Runs npm: the one that started us if one did.
 *
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('.js')) return run(process.execPath, [started, ...args]);
  return process.platform === 'win32' ? run('cmd.exe', ['/c', 'npm', ...args]) : run('npm', args);
}

/**
 * Whether a command answers, silently and within ten seconds.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
export function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
}
