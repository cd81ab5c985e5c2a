import { Lab } from './support/lab';
import { expect, test } from './support/test';

const LESSON = 'lessons/01-first-invocation/';

const COUNTING = `import { appendFileSync, readFileSync } from 'node:fs';

let count = 0;

export const handler = async (event, context) => {
  count += 1;
  appendFileSync('/tmp/seen', 'x');
  console.log('call', count);
  return { count, kept: readFileSync('/tmp/seen', 'utf8') };
};
`;

test('lesson 1 can be read without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your first invocation');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page.getByText('export const handler').first()).toBeVisible();
  await context.close();
});

test('a learner edits a handler, runs it, and within a second sees what it answered', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(LESSON);
  await lab.write(`export const handler = async () => ({ hello: 'from the editor' });\n`);
  await lab.settle();
  expect(await lab.millisecondsToResponse()).toBeLessThan(1_000);
  await expect(lab.payload).toContainText('from the editor');
});

test('the log shows what CloudWatch would: START, the code’s own lines, END, REPORT', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(LESSON);
  await lab.write(COUNTING);
  await lab.run();
  await lab.show('Logs');
  await expect(lab.logLines.filter({ hasText: /INIT_START Runtime Version: nodejs:/ })).toHaveCount(1);
  await expect(
    lab.logLines.filter({ hasText: /START RequestId: [0-9a-f-]{36} Version: \$LATEST/ }),
  ).toHaveCount(1);
  await expect(lab.logLines.filter({ hasText: /INFO\s+call 1/ })).toHaveCount(1);
  await expect(lab.logLines.filter({ hasText: /^.*END RequestId: [0-9a-f-]{36}/ })).toHaveCount(1);
  await expect(lab.logLines.filter({ hasText: /REPORT RequestId: .*Init Duration: / })).toHaveCount(1);
});

test('a second run finds the environment as the first one left it', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(LESSON);
  await lab.write(COUNTING);
  await lab.run();
  await expect(lab.payload).toContainText('"count": 1');
  await lab.run();
  await expect(lab.payload).toContainText('"count": 2');
  await expect(lab.payload).toContainText('"kept": "xx"');
  await lab.show('Environments');
  await expect(lab.environments).toHaveCount(1);
  await expect(lab.environments).toContainText(/Invocations\s*2/);
  await expect(lab.environments).toContainText('/tmp/seen');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const rows = page.getByRole('region', { name: 'Timeline' }).getByRole('row');
  await expect(rows.filter({ hasText: 'cold start' })).toHaveCount(1);
  await expect(rows.filter({ hasText: /invo/i })).not.toHaveCount(0);
});

test('twenty at once need twenty environments, and idle ones are reclaimed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(LESSON);
  await lab.run(20);
  await lab.show('Environments');
  await expect(page.getByRole('tab', { name: 'Environments' })).toContainText('20');
  await expect(lab.environments).toHaveCount(20);
  await lab.wait('2', 'h');
  await expect(page.getByRole('tab', { name: 'Environments' })).not.toContainText('20');
  await expect(lab.environments.first()).toContainText('Ended:');
});

test('a click on a bar of the timeline says why, with the rule and AWS’s own page', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(LESSON);
  await lab.run();
  const canvas = lab.timeline.locator('canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the timeline is not drawn');
  // What the bar is shows beside the pointer.
  const tip = page.locator('.tip', { hasText: 'cold start' });
  await expect(async () => {
    for (let x = box.width * 0.15; x < box.width; x += 20)
      for (let y = 10; y < box.height; y += 10) {
        await page.mouse.move(box.x + x, box.y + y);
        if (await tip.isVisible()) return;
      }
    throw new Error('no cold start under the pointer');
  }).toPass({ timeout: 20_000 });
  await page.mouse.down();
  await page.mouse.up();
  await expect(lab.why.getByRole('heading').first()).toBeVisible();
  await expect(lab.why.getByRole('link', { name: /opens a new tab/ }).first()).toHaveAttribute(
    'href',
    /^https:\/\/docs\.aws\.amazon\.com\//,
  );
  const rule = lab.why.locator('a[href*="/rules/#"]').first();
  const title = await rule.textContent();
  await rule.click();
  await expect(page.getByRole('article', { name: title ?? '' })).toBeInViewport();
});

test('a reload keeps the code and the progress', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(LESSON);
  const step = page.getByRole('region', { name: 'Run a handler' });
  await step.getByRole('radio').first().check();
  await lab.run();
  await expect(step.getByText('done')).toBeVisible();
  await lab.write(`export const handler = async () => 'kept over a reload';\n`);
  await lab.run();
  await expect(lab.payload).toContainText('kept over a reload');
  await page.reload();
  await lab.ready();
  await expect(step.getByText('done')).toBeVisible();
  // The lab opens at the first step that is not done yet.
  await step.getByRole('button', { name: 'Open this step in the lab' }).click();
  await expect(lab.editor).toContainText('kept over a reload');
  await lab.run();
  await expect(lab.payload).toContainText('kept over a reload');
});
