import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './src/cli/setup/chromium.mjs';
import { BASE_PATH_SERVER, ROOT_SERVER } from './tests/e2e/support/servers';

const executablePath = await findChromium();

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };
const phone = { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true };

/** Tests that look at every page, in every scheme and at every width. */
const SCREENS = '**/screens/*.spec.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/end-to-end',
  forbidOnly: true,
  // A test that passes the second time is broken.
  retries: 0,
  // One browser at a time: the tests of how soon the page answers would slow each other down.
  workers: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: ROOT_SERVER.url,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { ...desktop, colorScheme: 'light' } },
    { name: 'desktop dark', testMatch: SCREENS, use: { ...desktop, colorScheme: 'dark' } },
    { name: 'phone', testMatch: SCREENS, use: { ...phone, colorScheme: 'light' } },
    { name: 'phone dark', testMatch: SCREENS, use: { ...phone, colorScheme: 'dark' } },
  ],
  // The production build, at the root of a host and below a path. One after the other: the first builds if need be.
  webServer: [ROOT_SERVER, BASE_PATH_SERVER],
});
