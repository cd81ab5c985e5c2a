import { test as base } from '@playwright/test';

/** What a page may not do in any test: ask another origin for something, fail to find something, throw. */
interface Watched {
  readonly strangers: readonly string[];
  readonly missing: readonly string[];
  readonly errors: readonly string[];
}

/** Playwright's test, with every page of it watched from its first request to its last. */
export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const strangers: string[] = [];
      const missing: string[] = [];
      const errors: string[] = [];
      const hosts = new Set([new URL(baseURL ?? '').hostname]);
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && !hosts.has(hostname)) strangers.push(request.url());
      });
      context.on('response', (response) => {
        if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use({ strangers, missing, errors });
      base.expect({ strangers, missing, errors }).toEqual({ strangers: [], missing: [], errors: [] });
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
