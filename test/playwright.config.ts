import { defineConfig } from '@playwright/test';

/**
 * The pages in Debian's Chromium without its window, against the bundles that `make build` makes. What draws the
 * page is the same, and a test takes a third less of the processor. test/engines has the whole browser.
 */
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
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        // As Chromium with a window draws letters.
        '--font-render-hinting=slight',
        // Chromium's sandbox needs rights that root in a container does not have.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
