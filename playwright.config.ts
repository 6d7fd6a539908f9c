import { defineConfig } from '@playwright/test';

/** Browser tests: the real kiosk in Debian's Chromium against the real house (tests/support/house.ts). */
export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/support/run-folder.ts',
  // Each worker has a house of its own, and a visit is mostly waiting.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // These limits only end what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  use: {
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
