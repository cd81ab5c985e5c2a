import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, answers, run, runTool } from './command.mjs';

const DOWNLOAD_LIMIT_MS = 5 * 60_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Whether a file is a Chromium that starts: a stub that only asks for another installation, or a browser whose
 * libraries are missing, does not print its version. (On Windows asking would open a window: being there must do.)
 *
 * @param {string} file
 */
function works(file) {
  if (!existsSync(file)) return false;
  return process.platform === 'win32' || answers(file, ['--version', '--no-sandbox']);
}

/** The browsers that are here already: the one named by CHROMIUM_PATH, else the system's. */
function systemChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (works(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not a browser that starts.`);
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...MAC].find(works);
}

/** Playwright's own download, if it was made before. Needs the dependencies. */
async function downloadedChromium() {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return works(file) ? file : undefined;
}

async function distributionsChromium() {
  const apt = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'];
  if (process.platform !== 'linux' || !answers('apt-get', ['--version'])) return undefined;
  const before = process.getuid?.() === 0 ? [] : answers('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
  if (!before) return undefined;
  console.log('Installing the distribution’s Chromium …');
  for (const [command = '', ...args] of [
    [...before, 'apt-get', 'update', '-q'],
    [...before, ...apt],
  ])
    await run(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeLimitMs: DOWNLOAD_LIMIT_MS });
  return systemChromium();
}

/** The path of a Chromium that is here already; undefined when there is none. */
export async function findChromium() {
  return systemChromium() ?? (await downloadedChromium());
}

/**
 * The path of a Chromium, installed if it must be: the system's, else Playwright's download, else the
 * distribution's package.
 *
 * @returns {Promise<string>}
 * @throws {Error} when none can be had; the message says what to do
 */
export async function ensureChromium() {
  const present = await findChromium();
  if (present) return present;
  console.log('No Chromium here: downloading Playwright’s …');
  await runTool('playwright/cli.js', ['install', 'chromium'], { timeLimitMs: DOWNLOAD_LIMIT_MS });
  const found = (await downloadedChromium()) ?? (await distributionsChromium());
  if (found) return found;
  throw new Error(
    `The end-to-end tests need a Chromium and none could be had. Install one (Debian and Ubuntu: apt-get install chromium; ` +
      `elsewhere: Google Chrome will do), or set CHROMIUM_PATH to one, then try again in ${ROOT}.`,
  );
}
