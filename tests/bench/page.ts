import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../../src/cli/setup/chromium.mjs';
import { ensureBuild } from '../../src/cli/setup/build.mjs';
import { serve } from '../../src/cli/site/serve.mjs';
import { median } from './median';

const LESSON = 'lessons/01-first-invocation/';
const ROUNDS = 5;

/** What a visitor's browser gets and how soon a learner sees the first response, on the production build. */
export async function page(): Promise<Record<string, number>> {
  if (!(await ensureBuild())) throw new Error('the site could not be built');
  const { address, close } = await serve({ host: '127.0.0.1', port: 4173, exactPort: false, base: '' });
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const url = new URL(LESSON, address).href;
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await firstResultMs(browser, url));
    return {
      'page.jsBeforeEditorKB': await jsBeforeEditorKB(browser, url),
      'page.firstResultMs': median(times),
    };
  } finally {
    await browser.close();
    close();
  }
}

/**
 * Kilobytes of compressed JavaScript that a lesson's page asks for before anything wakes the lab: the page is told that
 * it is never idle, and nobody touches it.
 */
async function jsBeforeEditorKB(browser: Browser, url: string): Promise<number> {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const pending: Promise<unknown>[] = [];
  let compressed = 0;
  tab.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (type.includes('javascript'))
      pending.push(response.body().then((body) => (compressed += gzipSync(body).length)));
  });
  await tab.addInitScript('window.requestIdleCallback = () => 0;');
  await tab.goto(url, { waitUntil: 'networkidle' });
  await Promise.all(pending);
  if (await runButton(tab).count()) throw new Error('the lab woke up: this would count the editor');
  await tab.close();
  return compressed / 1_024;
}

/** Milliseconds from the press on Run to the first response on the screen, in a browser that has seen nothing before. */
async function firstResultMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url);
  const run = runButton(tab);
  await run.waitFor();
  const elapsed = await run.evaluate(
    (button: HTMLElement) =>
      new Promise<number>((resolve) => {
        const pressedAt = performance.now();
        new MutationObserver((_, observer) => {
          if (!document.querySelector('[aria-label="Payload"]')) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - pressedAt));
        }).observe(document.body, { childList: true, subtree: true });
        button.click();
      }),
  );
  await context.close();
  return elapsed;
}

function runButton(tab: Page) {
  return tab.getByRole('group', { name: 'Run' }).getByRole('button', { name: 'Run', exact: true });
}
