import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './page.fixture.ts';

test.use({ timezoneId: 'Europe/Paris', locale: 'en-GB' });

const THURSDAY = '?at=2026-12-03T06:00:00Z&zones=Europe/Paris,Asia/Tokyo,America/New_York';

function sentence(page: Page) {
  return page.getByRole('region', { name: 'Another moment' });
}

function cursor(page: Page) {
  return page.getByRole('slider', { name: 'The moment shown' });
}

test('an address opens on its moment, with its name', async ({ api, page }) => {
  await page.goto(`${api.url}/${THURSDAY}&name=Release`);
  await expect(sentence(page)).toContainText(
    'Release15:00 in Tokyo is 07:00 here, Thursday, 3 December 2026',
  );
  await expect(page.getByRole('listitem')).toContainText([
    /^Paris Franceyour time · Thu 3 Dec07:00/,
    /^Tokyo Japan8\sh ahead of you · Thu 3 Dec15:00/,
    /^New York United States6\sh behind you · Thu 3 Dec01:00/,
  ]);
  await expect(page).toHaveTitle(/^Release/);
});

test('what is no moment is told, with an example', async ({ api, page }) => {
  await page.goto(`${api.url}/?at=2026-13-03`);
  await expect(page.getByRole('alert')).toContainText('“2026-13-03” is not a moment');
  await expect(cursor(page)).toHaveText('now');
});

test('the arrow keys move the moment, and Escape leads back to now', async ({ api, page }) => {
  await page.goto(`${api.url}/${THURSDAY}`);
  await cursor(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(cursor(page)).toHaveAttribute(
    'aria-valuetext',
    'Thursday, 3 December 2026 at 07:30',
  );
  await expect(sentence(page)).toContainText('15:30 in Tokyo is 07:30 here');
  await expect(page).toHaveURL(/at=2026-12-03T06:30:00Z/);
  await page.keyboard.press('PageUp');
  await expect(cursor(page)).toHaveText('Fri 07:30');
  await page.keyboard.press('Escape');
  await expect(cursor(page)).toHaveText('now');
  await expect(sentence(page)).toHaveText('');
  await expect(page).not.toHaveURL(/at=/);
});

test('the cursor is dragged through the hours; all rows follow', async ({ api, page }) => {
  await page.goto(`${api.url}/${THURSDAY}`);
  const hours = page.locator('.hours').nth(1);
  await expect(hours.locator('span')).toHaveCount(24);
  await hours.scrollIntoViewIfNeeded();
  const box = await hours.boundingBox();
  if (box === null) throw new Error('There are no hours.');
  const at = (hour: number) => [box.x + (box.width * hour) / 24, box.y + box.height / 2] as const;
  // The row begins ten hours before the moment: 05:00 in Tokyo.
  await page.mouse.move(...at(10));
  await page.mouse.down();
  await page.mouse.move(...at(12), { steps: 4 });
  await page.mouse.move(...at(15));
  await expect(sentence(page)).toContainText('20:00 in Tokyo is 12:00 here');
  // The address is written once, when the cursor is let go.
  await expect(page).toHaveURL(/at=2026-12-03T06:00:00Z/);
  await page.mouse.up();
  await expect(page).toHaveURL(/at=2026-12-03T11:00:00Z/);
  await expect(page.getByRole('listitem').first()).toContainText('12:00');
});

test('hours that clocks skip or repeat are drawn as such', async ({ api, page }) => {
  await page.goto(`${api.url}/?at=2026-10-25T00:30:00Z&zones=Europe/Paris,Asia/Kolkata`);
  const hours = (row: number) => page.locator('.hours').nth(row).locator('span');
  await expect(hours(0).filter({ hasText: /^2$/ })).toHaveCount(2);
  await expect(page.locator('[data-change="repeated"]')).toHaveText('2');
  // In India the hours begin at half past.
  await expect(hours(1)).toHaveCount(25);
  await page.goto(`${api.url}/?at=2026-03-29T00:30:00Z&zones=Europe/Paris`);
  await expect(page.locator('[data-change="skipped"]')).toHaveText('3');
});

test('a moment is shared, put into a calendar, counted down to, and left', async ({
  api,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${api.url}/${THURSDAY}&name=Release`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link was copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${api.url}/${THURSDAY}&name=Release`);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add to calendar' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain('SUMMARY:Release\r\n');
  expect(file).toContain('DTSTART:20261203T060000Z\r\n');

  await page.getByRole('button', { name: 'Count down' }).first().click();
  await expect(page).toHaveURL(/until=2026-12-03T06:00:00Z/);
  await expect(page.getByRole('timer')).toBeVisible();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(sentence(page)).toHaveText('');
});

test('a link names the places that a newcomer sees', async ({ api, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${api.url}/?at=2026-12-03T06:00:00Z`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link was copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('zones=Europe/Paris,UTC,America/New_York,Asia/Tokyo');
});
