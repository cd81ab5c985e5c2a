import { expect, type Locator, type Page } from '@playwright/test';

type Panel = 'Response' | 'Logs' | 'Environments' | 'Machine' | 'Bill';

/** The lab as a learner meets it: by the names of its parts. */
export class Lab {
  readonly page: Page;
  /** The payload of the answer on show. */
  readonly payload: Locator;
  readonly logLines: Locator;
  readonly environments: Locator;
  readonly why: Locator;
  readonly timeline: Locator;

  constructor(page: Page) {
    this.page = page;
    this.payload = page.locator('pre[aria-label="Payload"]');
    this.logLines = page.getByRole('listbox', { name: /Log lines/ }).getByRole('option');
    this.environments = page
      .getByRole('tabpanel')
      .getByRole('listitem')
      .filter({ has: page.getByText('Log stream') });
    this.why = page.getByRole('complementary', { name: 'Why' });
    this.timeline = page.getByRole('application', { name: 'Timeline of the run' });
  }

  /** Opens a page with a lab on it and waits until it can run something. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  get runButton(): Locator {
    return this.page.getByRole('group', { name: 'Run' }).getByRole('button', { name: 'Run', exact: true });
  }

  async ready(): Promise<void> {
    await expect(this.runButton).toBeEnabled({ timeout: 20_000 });
    await expect(this.editor).toBeVisible({ timeout: 20_000 });
  }

  /** Runs the function and waits until everything has been answered. */
  async run(count?: 1 | 5 | 20): Promise<void> {
    if (count !== undefined) await this.page.getByRole('radio', { name: `×${count}`, exact: true }).check();
    await this.runButton.click();
    await expect(this.runButton).toBeEnabled();
  }

  /** Waits until the page has fetched what it wants (TypeScript comes last) and has nothing to do. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }

  /** Presses Run; the time until the first response is on the screen, by the page's own clock. */
  millisecondsToResponse(): Promise<number> {
    return this.runButton.evaluate(
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
  }

  /**
   * Presses Run and waits for the end of the run; the longest time that the page could not answer meanwhile, in
   * milliseconds.
   */
  async longestSilence(): Promise<number> {
    await this.page.evaluate(() => {
      const silence = { longest: 0, last: performance.now() };
      const tick = () => {
        const now = performance.now();
        silence.longest = Math.max(silence.longest, now - silence.last);
        silence.last = now;
        setTimeout(tick);
      };
      tick();
      Object.assign(window, { silence });
    });
    await this.runButton.click();
    await expect(this.runButton).toBeEnabled({ timeout: 30_000 });
    return this.page.evaluate('window.silence.longest');
  }

  async show(panel: Panel): Promise<void> {
    await this.page.getByRole('tab', { name: panel }).click();
  }

  get editor(): Locator {
    return this.page.locator('.monaco-editor').first();
  }

  /** Puts code into the editor in place of what is there. */
  async write(code: string): Promise<void> {
    await this.editor.locator('.view-lines').click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(code);
  }

  /** What a button of the lab puts on the clipboard. */
  async copied(button: 'Copy link' | 'Copy trace hash'): Promise<string> {
    const menu = this.page.getByRole('group', { name: 'This lab' });
    await menu.getByRole('button', { name: button }).click();
    await expect(menu.getByRole('button', { name: 'Copied' })).toBeVisible();
    const text = await this.page.evaluate(() => navigator.clipboard.readText());
    await expect(menu.getByRole('button', { name: button })).toBeVisible();
    return text;
  }

  /** Lets virtual time pass. */
  async wait(amount: string, unit: 'ms' | 's' | 'min' | 'h' | 'd'): Promise<void> {
    const waits = this.page.getByRole('group', { name: 'Wait in virtual time' });
    await waits.locator('summary').click();
    await waits.getByLabel('How long').fill(amount);
    await waits.getByLabel('Unit').selectOption(unit);
    await waits.getByRole('button', { name: 'Wait', exact: true }).click();
    await expect(this.runButton).toBeEnabled();
  }
}
