import { Lab } from './support/lab';
import { BASE_PATH_SERVER } from './support/servers';
import { expect, test } from './support/test';

test.use({ baseURL: BASE_PATH_SERVER.url });

test('the site works below a path: pages, links between them, and the lab', async ({ page }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith('http') && !request.url().startsWith(BASE_PATH_SERVER.url))
      outside.push(request.url());
  });
  await page.goto('./');
  await page.getByRole('navigation').getByRole('link', { name: 'Lessons' }).first().click();
  await expect(page).toHaveURL(new URL('lessons/', BASE_PATH_SERVER.url).href);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Your first invocation/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your first invocation');
  const lab = new Lab(page);
  await lab.ready();
  await lab.run();
  await expect(lab.payload).toContainText('Hello, world!');
  await page.reload();
  await lab.ready();
  expect(outside).toEqual([]);
});
