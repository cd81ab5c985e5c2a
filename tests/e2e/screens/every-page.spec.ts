import AxeBuilder from '@axe-core/playwright';
import { builtPages } from '../support/pages';
import { expect, test } from '../support/test';

/** What axe found, in one line a finding. */
function told(violations: Awaited<ReturnType<AxeBuilder['analyze']>>['violations']): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

test('every page passes axe’s rules, with its lab awake where it has one', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of builtPages()) {
    await test.step(`/${path}`, async () => {
      await page.goto(`./${path}`, { waitUntil: 'networkidle' });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect.soft(told(violations), `/${path}`).toEqual([]);
    });
  }
});

test('no page is wider than the window', async ({ page }) => {
  for (const path of builtPages()) {
    await test.step(`/${path}`, async () => {
      await page.goto(`./${path}`, { waitUntil: 'networkidle' });
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect.soft(scrollWidth, `/${path}`).toBeLessThanOrEqual(clientWidth);
    });
  }
});

test('every page has one main heading and a title of its own', async ({ page }) => {
  const titles = new Set<string>();
  const pages = builtPages();
  for (const path of pages) {
    await page.goto(`./${path}`);
    await expect.soft(page.getByRole('heading', { level: 1 }), `/${path}`).toHaveCount(1);
    titles.add(await page.title());
  }
  expect([...titles].filter((title) => title.trim() !== '')).toHaveLength(pages.length);
});
