import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type AlteredServer, startAlteredServer } from '../browser/altered-server.ts';
import config from '../playwright.config.ts';
import { startApi } from '../system/api-process.ts';

/** Takes the pictures of the documentation from the real page, in the tests' browser. */
const IMAGES = new URL('../../docs/images/', import.meta.url);
/** A bound this small is what the first burst of exchanges gives on loopback. */
const SETTLED = /± [\d.,]+\sms/;
const ZONES = '/?zones=America/New_York,Asia/Kolkata,Asia/Tokyo&until=2099-12-31T23:59:59Z';

const DESK = { width: 800, height: 560 };
const PHONE = { width: 360, height: 740 };

interface Picture {
  readonly name: string;
  readonly viewport: typeof DESK;
  readonly path?: string;
  readonly locale?: string;
  /** The whole page, not what a window shows. */
  readonly fullPage?: boolean;
  /** Brings the server into the state that is shown. */
  readonly alter?: (server: AlteredServer) => void;
  /** What the page says in that state. */
  readonly words: RegExp;
}

const KNOWN = /knows UTC/;
const PICTURES: readonly Picture[] = [
  { name: 'page', viewport: DESK, words: KNOWN },
  { name: 'page-whole', viewport: DESK, path: ZONES, fullPage: true, words: KNOWN },
  { name: 'page-phone', viewport: PHONE, words: KNOWN },
  { name: 'page-french', viewport: DESK, locale: 'fr-FR', words: /connaît UTC/ },
  {
    name: 'page-holdover',
    viewport: DESK,
    alter: (server) =>
      Object.assign(server, { status: 'holdover', reason: 'no NTP server answered for 3 min' }),
    words: /lost its source/,
  },
  {
    name: 'page-unknown',
    viewport: DESK,
    alter: (server) =>
      Object.assign(server, {
        status: 'unsynchronized',
        reason: 'the kernel says that nothing keeps this clock',
        utcMs: null,
      }),
    words: /can’t tell/,
  },
];

async function take(browser: Browser, picture: Picture, colorScheme: 'light' | 'dark') {
  const { name, viewport, path = '/', locale = 'en-GB', fullPage = false, words } = picture;
  const api = await startApi({ MAX_LOOP_LAG_MS: '0' });
  const server = await startAlteredServer(api.port);
  picture.alter?.(server);
  const page: Page = await browser.newPage({
    viewport,
    deviceScaleFactor: 2,
    colorScheme,
    timezoneId: 'Europe/Paris',
    locale,
  });
  await page.goto(server.proxy.url + path);
  await page.locator('.tolerance', { hasText: SETTLED }).waitFor();
  await page.locator('.statements', { hasText: words }).waitFor();
  // The burst of the first exchanges is over, and its picture drawn.
  await page.locator('.bars span').first().waitFor();
  await page.waitForTimeout(5_000);
  const file = fileURLToPath(new URL(`${name}-${colorScheme}.png`, IMAGES));
  await page.screenshot({ path: file, fullPage });
  await page.close();
  await server.proxy.close();
  await api.kill();
}

const browser = await chromium.launch(config.use?.launchOptions);
try {
  for (const picture of PICTURES) {
    for (const colorScheme of ['light', 'dark'] as const) await take(browser, picture, colorScheme);
  }
} finally {
  await browser.close();
}
