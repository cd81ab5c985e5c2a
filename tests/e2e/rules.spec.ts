import { expect, test } from '@playwright/test';

test('the rules can be read without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('rules/#lambda.init-limit');
  const rule = page.locator('[id="lambda.init-limit"]');
  await expect(rule).toBeInViewport();
  await expect(rule).toContainText('Initialisation may take 10 seconds');
  await expect(rule.getByRole('link', { name: /Developer Guide/ })).toHaveAttribute(
    'href',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
  );
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await context.close();
});

test('searching narrows the list, is kept in the address, and starts with the slash key', async ({
  page,
}) => {
  await page.goto('rules/');
  const box = page.getByRole('searchbox', { name: 'Search the rules' });
  await expect(box).toBeVisible();
  const all = await page.getByRole('article').count();
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.type('throttled');
  await expect(
    page.getByRole('article', { name: 'Above the limit an invocation is throttled' }),
  ).toBeVisible();
  expect(await page.getByRole('article').count()).toBeLessThan(all);
  await expect(page).toHaveURL(/\/rules\/\?q=throttled$/);
  await page.reload();
  await expect(box).toHaveValue('throttled');
  await box.press('Escape');
  await expect(page.getByRole('article')).toHaveCount(all);
  await expect(page).toHaveURL(/\/rules\/$/);
});

test('a search without a hit says what to do, and does it', async ({ page }) => {
  await page.goto('rules/?q=no+such+rule+anywhere');
  await expect(page.getByText('No rule holds all of')).toBeVisible();
  await expect(page.getByText(/^0 of \d+ rules$/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all rules' }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('the link of a rule can be copied, and leads to it whatever was searched', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('rules/?q=tmp');
  const rule = page.locator('[id="lambda.tmp-limit"]');
  await rule.getByRole('button', { name: 'Copy link' }).click();
  await expect(rule.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/rules\/#lambda\.tmp-limit$/);
  await page.goto(link.replace('#', '?q=billing#'));
  await expect(rule).toBeInViewport();
});

test('what is searched is shown as text, never as HTML', async ({ page }) => {
  await page.goto(`rules/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
});
