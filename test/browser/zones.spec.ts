import type { Page } from '@playwright/test';
import { expect, test } from './page.fixture.ts';

test.use({ timezoneId: 'Europe/Paris', locale: 'en-GB' });

/** The places in the list; the fields of the settings have options as well. */
function found(page: Page) {
  return page.getByRole('listbox').getByRole('option');
}

test('a zone is found by city and pinned, by keyboard alone', async ({ api, page }) => {
  await page.goto(api.url);
  const field = page.getByLabel('Add a place: city, country or time zone');
  await field.focus();
  await page.keyboard.type('kath');
  await expect(found(page)).toContainText(['Kathmandu']);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem')).toHaveText(
    /^\d\d:\d\dKathmandu Nepal4\sh(\s|\s[45]\d\s)?.*ahead of you/,
  );
  await expect(field).toHaveValue('');
  expect(page.url()).toMatch(/\?zones=Asia\/(Kathmandu|Katmandu)$/);
});

test('the arrows choose, Escape gives up', async ({ api, page }) => {
  await page.goto(api.url);
  await page.getByLabel('Add a place: city, country or time zone').focus();
  await page.keyboard.type('paris');
  const options = found(page);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.getByLabel('Add a place: city, country or time zone').fill('germany');
  await expect(options.first()).toContainText('Germany');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  const active = await page
    .getByLabel('Add a place: city, country or time zone')
    .getAttribute('aria-activedescendant');
  await expect(options.last()).toHaveAttribute('id', active ?? '');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(page.getByRole('listitem')).toHaveCount(0);
});

test('words that fit nothing are said to', async ({ api, page }) => {
  await page.goto(api.url);
  await page.getByLabel('Add a place: city, country or time zone').fill('xyzzy');
  await expect(page.getByText('No place is known as “xyzzy”.')).toBeVisible();
});

test('a shared set opens as it was shared, and each row says what matters', async ({
  api,
  page,
}) => {
  await page.goto(`${api.url}/?zones=Asia/Tokyo,America/New_York`);
  const rows = page.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(/Tokyo Japan(7|8)\sh ahead of you/);
  await expect(rows.last()).toContainText(
    /New York United States[56]\sh behind you.* · clocks go /,
  );
  const time = new Date().toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Tokyo',
    timeStyle: 'short',
  });
  await expect(rows.first()).toContainText(time);
});

test('a set is arranged, and remembered by the next visit', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=Asia/Tokyo,America/New_York,UTC`);
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('button', { name: 'Move UTC up' }).click();
  await page.getByRole('button', { name: 'Remove Tokyo' }).click();
  await expect(page).toHaveURL(/\?zones=UTC,America\/New_York$/);
  await page.goto(api.url);
  await expect(page.getByRole('listitem')).toContainText(['UTC', 'New York']);
});

test.describe('with a zone that is none', () => {
  test.use({ mayBeRefused: true });

  test('the row says so', async ({ api, page }) => {
    await page.goto(`${api.url}/?zones=Mars/Base`);
    await expect(page.getByRole('listitem')).toContainText(
      'The server knows no time zone “Mars/Base”.',
    );
  });
});
