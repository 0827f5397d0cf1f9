import { startApi } from '../system/api-process.ts';
import { expect, readFrames, test } from './page.fixture.ts';

test.use({ mayLoseConnection: true });
// A bound of 10 ms and more takes that many seconds to grow by a shown digit.
test.slow();

test('an API that is gone is noticed within 5 s, and the bound grows', async ({ api, page }) => {
  await page.goto(api.url);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  // All of the page is here, before the server goes.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.locator('.known-how')).toBeVisible();
  await api.kill();
  await expect(page.getByRole('status')).toContainText('The server has given no time since', {
    timeout: 5_000,
  });

  const shownBound = async () => (await readFrames(page, 1))[0]?.boundMs ?? Number.NaN;
  // It shrinks first where the digits are still on their way to a better estimate.
  let least = Number.POSITIVE_INFINITY;
  const growth = async () => {
    const bound = await shownBound();
    least = Math.min(least, bound);
    return bound - least;
  };
  await expect.poll(growth, { timeout: 60_000 }).toBeGreaterThan(0);
});

test('the page recovers without a reload when the API is back', async ({ api, page }) => {
  await page.goto(api.url);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  // All of the page is here, before the server goes.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.locator('.known-how')).toBeVisible();
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
  await api.kill();
  await expect(page.getByRole('status')).toContainText('has given no time');

  const again = await startApi({ PORT: String(api.port) });
  await expect(page.getByRole('status')).toHaveText('Connected.', { timeout: 20_000 });
  await expect(page.locator('body[data-not-reloaded]')).toBeVisible();
  await again.kill();
});

test('the reading goes on without the rest, which never came', async ({ api, page }) => {
  await page.route('**/assets/later-*.js', (route) => route.abort());
  await page.goto(api.url);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await expect(page.getByText('The rest of this page failed to load.')).toBeVisible();
  await expect(page.getByLabel('Theme')).toBeVisible();
  await expect(page.locator('.zones')).toHaveCount(0);
});

for (const file of ['index', 'page', 'react']) {
  test(`a page whose ${file} script never came says so`, async ({ api, page }) => {
    await page.route(`**/assets/${file}-*.js`, (route) => route.abort());
    await page.goto(api.url);
    await expect(page.getByRole('alert')).toContainText('This page did not load completely.');
    await page.unroute(`**/assets/${file}-*.js`);
    await page.reload();
    await expect(page.getByRole('status')).toHaveText('Connected.');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}
