import type { Page } from '@playwright/test';
import { expect, test } from './page.fixture.ts';

test.use({ locale: 'en-GB' });

const PARIS = '/?zones=Europe/Paris';

/** What another version of the page, or a visitor, may have left in the browser's memory, and what shows. */
const MEMORIES = [
  {
    memory: { 'zone-facts': '{"Europe/Paris":{"id":"Europe/Paris"}}' },
    path: PARIS,
    row: 'Paris ––:––',
  },
  {
    memory: { 'zone-facts': '{"Europe/Paris":{"id":7,"country":"Europe","offsetMs":"x"}}' },
    path: PARIS,
    row: 'Paris ––:––',
  },
  {
    memory: { zones: ',,:,Mars/Base, ,', theme: 'sepia', language: 'tlh' },
    path: '/',
    row: 'Base ––:––',
  },
] as const;

async function remember(page: Page, memory: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((memory) => {
    for (const [key, value] of Object.entries(memory)) localStorage.setItem(key, value);
  }, memory);
}

for (const { memory, path, row } of MEMORIES) {
  test(`a memory of ${JSON.stringify(memory)} leaves the page as it is`, async ({ api, page }) => {
    await remember(page, memory);
    // What was remembered is all that a page has while the server doesn't tell it.
    await page.route('**/api/v1/timezone?*', () => new Promise(() => {}));
    await page.goto(api.url + path);
    await expect(page.getByRole('status')).toHaveText('Connected.');
    await expect(page.getByRole('listitem')).toHaveText([row]);
  });
}

test.describe('while the server does not answer', () => {
  test.use({ mayLoseConnection: true });

  for (const known of [
    { wallMs: 1e17, offsetMs: 1e17, boundMs: 1, scale: 'utc' },
    { wallMs: 1e12, offsetMs: 0, boundMs: -5, scale: 'utc' },
    { wallMs: 1e12, offsetMs: 0, boundMs: 5, scale: 'tai' },
  ]) {
    test(`a last visit of ${JSON.stringify(known)} is none`, async ({ api, page }) => {
      await remember(page, { 'last-known': JSON.stringify(known) });
      await page.route('**/api/v1/sync*', (route) => route.abort());
      await page.goto(api.url);
      await expect(page.getByRole('status')).toHaveText('The server gives no time. Trying again.');
      await expect(page.locator('.digits')).toHaveText('––––––');
    });
  }
});

test('an answer that describes no zone leaves the row without a time', async ({ api, page }) => {
  let asked = 0;
  await page.route('**/api/v1/timezone?*', (route) => {
    asked += 1;
    return route.fulfill({
      json: { id: 'Europe/Paris', current: { utcOffset: 'CET' }, next: null },
    });
  });
  await page.goto(`${api.url}/?zones=Europe/Paris`);
  // For the row; the visitor's own zone is UTC, which needs no answer.
  await expect.poll(() => asked).toBe(1);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await expect(page.getByRole('listitem')).toHaveText('Paris ––:––');
  await page.getByText('How is this known?').click();
  await expect(page.locator('dt:text-is("Zone data") + dd')).toHaveText('none so far');
});

test.describe('in a browser whose language is none', () => {
  test('the page is in English', async ({ api, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'languages', { value: ['en-US@posix'] });
    });
    await page.goto(api.url);
    await expect(page.getByRole('status')).toHaveText('Connected.');
    await expect(page.locator('.when')).toContainText(/day, \d+ \w+ \d{4}/);
  });
});

test('a word without an end wraps, wherever the address puts it', async ({ api, page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  const long = 'x'.repeat(300);
  await page.goto(`${api.url}/?until=${long}`);
  await expect(page.getByText('is not a valid instant')).toBeVisible();
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0]).toBe(widths[1]);
});
