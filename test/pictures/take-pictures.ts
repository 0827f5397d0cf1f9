import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import config from '../playwright.config.ts';
import { startApi } from '../system/api-process.ts';

/** Takes the pictures of the documentation from the real page, in the tests' browser. */
const IMAGES = new URL('../../docs/images/', import.meta.url);
/** A bound this small is what the first burst of exchanges gives on loopback. */
const SETTLED = /± 0\.\d+\sms/;

const api = await startApi();
const browser = await chromium.launch(config.use?.launchOptions);
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      viewport: { width: 800, height: 560 },
      deviceScaleFactor: 2,
      colorScheme,
      timezoneId: 'Europe/Paris',
      locale: 'en-GB',
    });
    await page.goto(api.url);
    await page.locator('.tolerance', { hasText: SETTLED }).waitFor();
    await page.screenshot({ path: fileURLToPath(new URL(`page-${colorScheme}.png`, IMAGES)) });
  }
} finally {
  await browser.close();
  await api.kill();
}
