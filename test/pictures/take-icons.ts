import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { simulateWorld } from '../browser/simulated-world.ts';
import config from '../playwright.config.ts';
import { startApi } from '../system/api-process.ts';

/**
 * Makes the icons that a phone's home screen needs as pixels from the page's own drawing, and the picture of
 * link previews from the page itself. Needs `make build`.
 */
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
  await takePreview(browser);
} finally {
  await browser.close();
}

/**
 * The heading, the digits and how right they are. Not the date, which is another day's, nor a verdict on a
 * computer, which is another one.
 */
async function takePreview(browser: Browser): Promise<void> {
  const api = await startApi();
  const page = await browser.newPage({ viewport: { width: 1_200, height: 630 }, locale: 'en-GB' });
  const world = await simulateWorld(page);
  await world.open(api.url);
  await world.run(20_000);
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>(
      'main > :not(.reading, .statements)',
    )) {
      part.style.display = 'none';
    }
    for (const part of document.querySelectorAll<HTMLElement>(
      '.settings, .when, .verdict p + p, .verdict ~ .verdict',
    )) {
      part.style.display = 'none';
    }
    // Large enough for a small picture.
    const main = document.querySelector('main') as HTMLElement;
    main.style.paddingTop = '5rem';
    const heading = document.querySelector('h1') as HTMLElement;
    heading.style.fontSize = '2rem';
    const statements = document.querySelector('.statements') as HTMLElement;
    statements.style.gridTemplateColumns = '1fr';
    for (const verdict of statements.querySelectorAll<HTMLElement>('.verdict, .words')) {
      verdict.style.minHeight = '0';
      verdict.style.fontSize = '3rem';
    }
  });
  await page.screenshot({ path: fileURLToPath(new URL('preview.png', PUBLIC)) });
  await page.close();
  await api.kill();
}
