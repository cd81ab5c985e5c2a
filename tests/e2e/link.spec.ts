import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Lab } from './support/lab';
import { expect, test } from './support/test';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The trace's hash when the command line runs what a link carries. */
async function hashOnTheCommandLine(link: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/cli/run.mjs', 'simulate', link, '--json'],
    { cwd: ROOT, maxBuffer: 64 * 1_048_576 },
  );
  const report: unknown = JSON.parse(stdout);
  return typeof report === 'object' && report !== null && 'traceHash' in report ? report.traceHash : report;
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a session becomes a link, and the link replays to the same trace: in another browser and on the command line', async ({
  page,
  browser,
}) => {
  const lab = new Lab(page);
  await lab.open('lab/');
  await lab.run();
  await lab.run(5);
  await lab.wait('90', 's');
  const link = await lab.copied('Copy link');
  const hash = await lab.copied('Copy trace hash');
  expect(link).toContain('/lab/#');
  expect(hash).toMatch(/^[0-9a-f]{16,}$/);

  const stranger = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1440, height: 900 },
  });
  const other = new Lab(await stranger.newPage());
  await other.page.goto(link);
  await expect(other.page.getByText('Nothing of it has run')).toBeVisible();
  await other.page.getByRole('button', { name: 'Open and run it' }).click();
  await expect(other.page.getByRole('tab', { name: 'Response' })).toContainText('6');
  await other.ready();
  expect(await other.copied('Copy trace hash')).toBe(hash);
  await stranger.close();

  expect(await hashOnTheCommandLine(link)).toBe(hash);
});

test('a link that is damaged says so, and what the learner had stays', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lab/');
  await lab.write(`export const handler = async () => 'mine';\n`);
  const link = await lab.copied('Copy link');
  await page.goto('about:blank');
  await page.goto(link.slice(0, -20));
  await expect(page.getByRole('alert').first()).toBeVisible();
  await lab.ready();
  await expect(lab.editor).toContainText('mine');
});
