import type { Locator, Page } from '@playwright/test';
import { Lab } from './support/lab';
import { expect, test } from './support/test';

/** More than any way through a page should need. */
const TABS_MAX = 150;

/** Presses Tab until `target` has the focus. In the editor Tab indents: Escape first, as it says below it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < TABS_MAX; n++) {
    if (await page.locator('.monaco-editor :focus').count()) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target.toString()} was not reached with ${TABS_MAX} tabs`);
}

test('the whole way with the keyboard alone: predict, run, read why, change the code, run again', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('lessons/01-first-invocation/');
  await lab.settle();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');

  const step = page.getByRole('region', { name: 'Run a handler' });
  await tabTo(page, step.getByRole('radio').first());
  await page.keyboard.press('Space');
  await expect(step.getByRole('radio').first()).toBeChecked();
  await tabTo(page, step.getByRole('button', { name: /^Send/ }));
  await page.keyboard.press('Enter');
  await expect(step.getByText('What happened')).toBeVisible();

  await tabTo(page, lab.timeline);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(lab.why.getByRole('heading').first()).toBeVisible();
  await expect(lab.why.getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.why).toHaveCount(0);

  // Into the editor and out of it again.
  await lab.editor.locator('textarea, [role="textbox"]').first().focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(`export const handler = async () => 'typed';\n`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(lab.payload).toContainText('typed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(lab.editor.locator(':focus')).toHaveCount(0);
});
