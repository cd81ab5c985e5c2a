import { expect, test, type Page } from '@playwright/test';

const LESSON = 'lessons/01-first-invocation/';

/** The step's part of the page, awake. */
async function openLesson(page: Page): Promise<void> {
  await page.goto(LESSON);
  await expect(page.getByRole('button', { name: 'Switch to the dark theme' })).toBeVisible();
}

test('a lesson can be read without JavaScript: steps, code, hints, solution and answers', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your first invocation');
  await expect(page.getByRole('region', { name: 'Lab' })).toContainText('export const handler');
  const step = page.getByRole('region', { name: 'Answer from the event' });
  await step.getByText('Solution', { exact: true }).click();
  await expect(step.locator('details[open]')).toContainText('event.name');
  await page.locator('#questions summary').first().click();
  await expect(page.locator('#questions details[open]')).toContainText('Right');
  await expect(page.getByRole('button', { name: 'Open this step in the lab' }).first()).toBeHidden();
  await context.close();
});

test('the prediction comes first; after the run it stands beside the outcome, and after a reload still', async ({
  page,
}) => {
  await openLesson(page);
  const step = page.getByRole('region', { name: 'Run a handler' });
  const send = step.getByRole('button', { name: 'Send {"name":"Ada"}' });
  await expect(send).toBeDisabled();
  await step.getByRole('radio', { name: 'Hello, Ada!' }).check();
  await send.click();
  await expect(step.getByText('What happened')).toBeVisible();
  await expect(step.getByText('Status 200')).toBeVisible();
  await expect(step).toContainText('You predicted');
  await expect(page.getByRole('link', { name: 'Step 1: Run a handler, done' })).toBeVisible();
  await page.reload();
  await expect(step.getByText('What happened')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Step 1: Run a handler, done' })).toBeVisible();
});

test('hints come one at a time, and the solution gives the learner’s own code back', async ({ page }) => {
  await openLesson(page);
  const step = page.getByRole('region', { name: 'Answer from the event' });
  await step.getByRole('button', { name: 'Open this step in the lab' }).click();
  const editor = page.getByRole('region', { name: 'Lab' }).locator('.monaco-editor').first();
  await expect(editor).toContainText('JSON.parse');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// my own');
  await expect(editor).toContainText('// my own');

  await step.getByRole('button', { name: 'Give me a hint' }).click();
  await expect(step.getByRole('listitem').filter({ hasText: 'an object already' })).toBeVisible();
  await expect(step.getByRole('button', { name: 'Another hint 2' })).toBeVisible();

  await step.getByRole('button', { name: 'Show the solution' }).click();
  await expect(step.getByText('yours: // my own')).toBeVisible();
  await step.getByRole('button', { name: 'Load it into the editor' }).click();
  await expect(editor).not.toContainText('// my own');
  await page.reload();
  await step.getByRole('button', { name: 'Open this step in the lab' }).click();
  await expect(editor).toContainText('stranger');
  await step.getByRole('button', { name: 'Bring my code back' }).click();
  await expect(editor).toContainText('// my own');
});

test('a question gives the reason for every option, and cannot be changed once answered', async ({
  page,
}) => {
  await openLesson(page);
  const card = page.getByRole('article', { name: 'Question 1' });
  const options = card.getByRole('radio');
  await options.first().check();
  await card.getByRole('button', { name: 'Answer' }).click();
  const verdicts = card.getByText(/^ ?(Your choice, (right|wrong)|Right, not chosen|Wrong)\. *$/);
  await expect(verdicts).toHaveCount(await options.count());
  await expect(options.first()).toBeDisabled();
});

test('an ordering is put in order with the keyboard alone', async ({ page }) => {
  await openLesson(page);
  const card = page.getByRole('article').filter({ hasText: 'Put these in order' });
  const items = card.getByRole('list').getByRole('listitem');
  const second = await items.nth(1).innerText();
  await items.nth(1).getByRole('button', { name: 'Move up' }).focus();
  await page.keyboard.press('Enter');
  await expect(items.first()).toContainText(second.split('\n').at(-1) ?? '');
  await expect(items.first().getByRole('button', { name: 'Move down' })).toBeFocused();
  await expect(card.getByText('Now at place 1 of')).toBeAttached();
});

test('what was done can be taken out, deleted and brought back', async ({ page }) => {
  await openLesson(page);
  const card = page.getByRole('article', { name: 'Question 1' });
  await card.getByRole('radio').first().check();
  await card.getByRole('button', { name: 'Answer' }).click();
  await expect(card.getByRole('radio').first()).toBeDisabled();

  await page.goto('data/');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const path = await (await downloading).path();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Everything was deleted.')).toBeVisible();
  await page.goto(LESSON);
  await expect(card.getByRole('button', { name: 'Answer' })).toBeVisible();

  await page.goto('data/');
  await page.getByLabel('File to import').setInputFiles(path);
  await expect(page.getByText(/1 record taken/)).toBeVisible();
  await page.goto(LESSON);
  await expect(card.getByRole('radio').first()).toBeDisabled();
});

test('a damaged record is put aside by name, and the rest is still there', async ({ page }) => {
  await openLesson(page);
  const card = page.getByRole('article', { name: 'Question 1' });
  await card.getByRole('radio').first().check();
  await card.getByRole('button', { name: 'Answer' }).click();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('coldstart');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const tx = opening.result.transaction('drafts', 'readwrite');
          tx.objectStore('drafts').put({ text: 42 }, '01-first-invocation/greet/hello/index.mjs');
          tx.oncomplete = () => resolve();
        };
      }),
  );
  await page.reload();
  await expect(page.getByText('One record could not be read')).toBeVisible();
  await expect(page.getByText('01-first-invocation/greet/hello/index.mjs')).toBeVisible();
  await expect(card.getByRole('radio').first()).toBeDisabled();
  await page.goto('data/');
  await expect(page.getByRole('heading', { name: 'Put aside' })).toBeVisible();
});
