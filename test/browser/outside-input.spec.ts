import { expect, test } from './page.fixture.ts';

test.use({ locale: 'en-GB' });

/** What another version of the page, or a visitor, may have left in the browser's memory. */
const MEMORIES: readonly Readonly<Record<string, string>>[] = [
  { 'zone-facts': '{"Europe/Paris":{"id":"Europe/Paris"}}' },
  { 'zone-facts': '{"Europe/Paris":{"id":7,"country":"Europe","offsetMs":"x","next":{}}}' },
  { 'last-known': '{"wallMs":1e17,"offsetMs":1e17,"boundMs":-5,"scale":"utc"}' },
  { zones: ',,:,Mars', theme: 'sepia', language: 'tlh' },
];

for (const memory of MEMORIES) {
  test(`a memory of ${JSON.stringify(memory)} leaves the page as it is`, async ({ api, page }) => {
    await page.addInitScript((memory) => {
      for (const [key, value] of Object.entries(memory)) localStorage.setItem(key, value);
    }, memory);
    // Facts that were remembered are all that a page has while the server doesn't tell them.
    await page.route('**/api/v1/timezone?*', () => new Promise(() => {}));
    await page.goto(`${api.url}/?zones=Europe/Paris`);
    await expect(page.getByRole('status')).toHaveText('Connected.');
    await expect(page.getByRole('listitem')).toHaveText('––:––Paris');
  });
}

test('an answer that describes no zone leaves the row without a time', async ({ api, page }) => {
  let asked = 0;
  await page.route('**/api/v1/timezone?*', (route) => {
    asked += 1;
    return route.fulfill({
      json: { id: 'Europe/Paris', current: { utcOffset: 'CET' }, next: null },
    });
  });
  await page.goto(`${api.url}/?zones=Europe/Paris`);
  await expect.poll(() => asked).toBe(1);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await expect(page.getByRole('listitem')).toHaveText('––:––Paris');
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
  await expect(page.getByText('is not an instant')).toBeVisible();
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0]).toBe(widths[1]);
});
