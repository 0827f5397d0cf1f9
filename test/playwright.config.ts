import { defineConfig } from '@playwright/test';

/** The pages in Debian's Chromium, against the bundles that `make build` makes. */
export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  snapshotPathTemplate: '../docs/images/{arg}{ext}',
  expect: { toHaveScreenshot: { animations: 'allow', scale: 'device' } },
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's sandbox needs rights that root in a container does not have.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
