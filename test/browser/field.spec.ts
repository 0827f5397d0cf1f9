import type { Page } from '@playwright/test';
import { expect, test } from './page.fixture.ts';

test.use({ timezoneId: 'Europe/Paris', locale: 'en-GB' });

function field(page: Page) {
  return page.getByLabel('A place, a time, or paste anything');
}

/** What the field understood. */
function answers(page: Page) {
  return page.getByRole('listbox').getByRole('option');
}

/** Opens the page without places, and types. */
async function type(page: Page, url: string, words: string): Promise<void> {
  await page.goto(`${url}/?zones=`);
  await field(page).focus();
  await page.keyboard.type(words);
}

/** The day in Paris after so many, as the page writes it. */
function dayIn(days: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Paris' });
  return day.format(Date.now() + days * 86_400_000);
}

test('“15:00 in tokyo tomorrow” is understood, said, and shown, by keyboard alone', async ({
  api,
  page,
}) => {
  await type(page, api.url, '15:00 in tokyo on 1 february 2027');
  await expect(answers(page)).toHaveText([
    '15:00 in Tokyo, Monday, 1 February 202707:00 here, Monday, 1 February 2027',
  ]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Another moment' })).toContainText(
    '15:00 in Tokyo is 07:00 here, Monday, 1 February 2027',
  );
  await expect(page.getByRole('listitem')).toContainText(/^Tokyo Japan8\sh ahead of you · Mon/);
  await expect(page).toHaveURL(/\?zones=Asia\/Tokyo&at=2027-02-01T06:00:00Z$/);
  await page.reload();
  await expect(page.getByRole('listitem')).toContainText('15:00');
});

for (const [words, said] of [
  ['1796320800', /^19:00 here, Thursday, 3 December 2026Unix seconds$/],
  ['1796320800000', /^19:00 here, Thursday, 3 December 2026Unix milliseconds$/],
  ['2026-12-03T17:00Z', /^18:00 here, Thursday, 3 December 2026$/],
  ['2026-12-03T17:00:00+01:00[Europe/Paris]', /^17:00 here, Thursday, 3 December 2026$/],
  ['3 december 2026 9:30 berlin', /^09:30 in Berlin, Thursday, 3 December 202609:30 here/],
  ['12/02/2027 5pm PST', /^17:00 in Los Angeles, Friday, 12 February 202702:00 here, Saturday, 13/],
] as const) {
  test(`“${words}” is a moment`, async ({ api, page }) => {
    await type(page, api.url, words);
    await expect(answers(page).first()).toHaveText(said);
  });
}

test('a moment that no zone is known at is no answer', async ({ api, page }) => {
  await type(page, api.url, '2150-01-01T00:00Z');
  await expect(page.getByText('is no place and no time that this page knows')).toBeVisible();
  await expect(answers(page)).toHaveCount(0);
});

test('words relative to now are', async ({ api, page }) => {
  await type(page, api.url, 'tomorrow 9:00');
  await expect(answers(page)).toHaveText([`09:00 here, ${dayIn(1)}`]);
  await field(page).fill('in 48 hours');
  await expect(answers(page)).toHaveText([new RegExp(`here, ${dayIn(2)}$`)]);
});

test.describe('what may mean several moments is a question that Enter does not answer', () => {
  for (const [words, question] of [
    ['25 october 2026 02:30', [/^02:30 here.*the first time/, /^02:30 here.*the second time/]],
    ['29 march 2026 02:30', [/^01:30 here.*skip the time/, /^03:30 here.*skip the time/]],
    ['03/04/2027 9:00', [/Saturday, 3 April 2027/, /Thursday, 4 March 2027/]],
    ['15:00 IST', [/in Kolkata/, /in Jerusalem/, /in Dublin/]],
  ] as const) {
    test(words, async ({ api, page }) => {
      await type(page, api.url, words);
      await expect(answers(page)).toHaveText([...question]);
      await expect(page.getByText(`“${words}” has several meanings. Choose one.`)).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Another moment' })).toHaveText('');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
    });
  }
});

test('American visitors read dates and times their way', async ({ api, browser }) => {
  const page = await browser.newPage({ locale: 'en-US', timezoneId: 'America/New_York' });
  await type(page, api.url, '03/04/2027 at 5');
  await expect(answers(page)).toHaveText([
    /^5:00\sAM here, Thursday, March 4, 2027$/,
    /^5:00\sPM here, Thursday, March 4, 2027$/,
    /^5:00\sAM here, Saturday, April 3, 2027$/,
    /^5:00\sPM here, Saturday, April 3, 2027$/,
  ]);
  await page.close();
});

test('Enter before anything is loaded waits for the answer', async ({ api, page }) => {
  const asked = Promise.withResolvers<() => Promise<void>>();
  await page.route('**/api/v1/timezones', (route) => asked.resolve(() => route.continue()));
  await type(page, api.url, '15:00 in tokyo');
  await page.keyboard.press('Enter');
  await (await asked.promise)();
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  await expect(field(page)).toHaveValue('');
});
