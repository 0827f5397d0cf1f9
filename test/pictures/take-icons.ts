import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import config from '../playwright.config.ts';

/** Makes the icons that a phone's home screen needs as pixels from the page's own drawing. */
const PUBLIC = new URL('../../app/frontend/public/', import.meta.url);

const svg = readFileSync(new URL('icon.svg', PUBLIC), 'utf8');
const browser = await chromium.launch(config.use?.launchOptions);
try {
  for (const size of [192, 512]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    // To the edge, as home screens cut their own corners.
    const square = svg.replace('rx="7"', 'rx="0"').replace('<svg', `<svg width="${size}"`);
    await page.setContent(`<body style="margin:0">${square}</body>`);
    await page.screenshot({ path: fileURLToPath(new URL(`icon-${size}.png`, PUBLIC)) });
  }
} finally {
  await browser.close();
}
