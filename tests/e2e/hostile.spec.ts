import { Lab } from './support/lab';
import { expect, test } from './support/test';

const LESSON = 'lessons/01-first-invocation/';
const GENTLE = `export const handler = async () => 'still here';\n`;

/** Handlers that do their worst, and what Lambda would say to the caller. */
const HOSTILE: readonly { readonly name: string; readonly body: string; readonly answer: RegExp }[] = [
  {
    name: 'an endless loop',
    body: 'while (true);',
    answer: /Sandbox\.Timedout|Task timed out after 3\.00 seconds/,
  },
  {
    name: 'endless microtasks',
    body: 'const again = () => Promise.resolve().then(again); await again();',
    answer: /Sandbox\.Timedout|Task timed out after 3\.00 seconds/,
  },
  {
    name: 'a memory bomb of arrays',
    body: 'const all = []; while (true) all.push(new Array(1e5).fill(1));',
    answer: /Runtime\.(ExitError|OutOfMemory)|signal: killed/,
  },
  {
    name: 'a memory bomb of strings',
    body: `let text = 'x'; while (true) text += text + Math.random();`,
    answer: /Runtime\.(ExitError|OutOfMemory)|signal: killed|RangeError/,
  },
  {
    name: 'a native operation without end',
    body: `return (new Array(2e8) + '').length;`,
    answer: /errorType|Task timed out|\d/,
  },
  { name: 'deep recursion', body: 'const f = () => f() + 1; return f();', answer: /RangeError/ },
  {
    name: 'a million log lines',
    body: `for (let n = 0; n < 1e6; n++) console.log('line', n);`,
    answer: /null|Task timed out|errorType/,
  },
  {
    name: 'a result of 50 MB',
    body: `return 'x'.repeat(5e7);`,
    answer: /Function\.ResponseSizeTooLarge|Runtime\.(ExitError|OutOfMemory)/,
  },
];

for (const { name, body, answer } of HOSTILE) {
  test(`${name}: the page answers, Lambda's words are shown, and the next run is unharmed`, async ({
    page,
  }) => {
    const lab = new Lab(page);
    await lab.open(LESSON);
    await lab.write(`export const handler = async () => { ${body} };\n`);
    await lab.settle();
    expect(await lab.longestSilence()).toBeLessThan(1_000);
    await expect(lab.payload.or(page.getByRole('alert')).first()).toBeVisible();
    if (await lab.payload.count()) await expect(lab.payload).toContainText(answer);
    await lab.write(GENTLE);
    await lab.run();
    await expect(lab.payload).toContainText('still here');
  });
}

test('HTML in an answer and in a log line stays text', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(LESSON);
  const html = `<img src=x onerror="document.title='taken over'">`;
  await lab.write(
    `export const handler = async () => { console.log(${JSON.stringify(html)}); return ${JSON.stringify(html)}; };\n`,
  );
  await lab.run();
  await expect(lab.payload).toContainText('<img src=x');
  await lab.show('Logs');
  await expect(lab.logLines.filter({ hasText: '<img src=x' })).toHaveCount(1);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await expect(page).not.toHaveTitle('taken over');
});
