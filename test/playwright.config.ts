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
  // Two processors may round a colour differently, by one of its 256 steps; nothing else may differ.
  expect: { toHaveScreenshot: { animations: 'allow', scale: 'device', threshold: 0.01 } },
  use: {
    browserName: 'chromium',
    // With 24 hours, unless a test says otherwise.
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's sandbox needs rights that root in a container does not have.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
