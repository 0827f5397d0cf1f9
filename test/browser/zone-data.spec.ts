import type { TimezoneAnswer } from '@dataiku-assessment/contract';
import type { Page } from '@playwright/test';
import { expect, test } from './page.fixture.ts';

test.use({ timezoneId: 'Europe/Paris', locale: 'en-GB' });

/** Opens "How is this known?", and returns what it says of the zone data. */
async function zoneData(page: Page) {
  await page.getByText('How is this known?').click();
  return page.locator('dt:text-is("Zone data") + dd');
}

test('the page tells the release of the zone data that it was told by', async ({ api, page }) => {
  await page.goto(api.url);
  await expect(await zoneData(page)).toHaveText(
    /^The server’s, release 20\d\d[a-z] of the tz database\.$/,
  );
});

test('where the browser has other rules, the visitor’s time is by the server’s, which is said', async ({
  api,
  page,
}) => {
  await page.route('**/api/v1/timezone?id=Europe%2FParis&*', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as TimezoneAnswer;
    const current = { ...answer.current, utcOffset: '+05:45' };
    const json = { ...answer, current, startOfYear: current, transitions: [] };
    await route.fulfill({ response, json });
  });
  await page.goto(api.url);
  await expect(page.getByText('UTC+5:45').first()).toBeVisible();
  await expect(await zoneData(page)).toHaveText(
    /Your browser has other rules for Europe\/Paris: the page shows your time by the server’s\.$/,
  );
  const shown = await page.locator('time').first().getAttribute('datetime');
  const text = await page.locator('time').first().textContent();
  const inKathmandu = new Date(Date.parse(shown ?? '') + 5.75 * 3_600_000);
  expect(text).toContain(inKathmandu.toISOString().slice(11, 16));
});
