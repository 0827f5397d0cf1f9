import type { Page, Route } from '@playwright/test';
import { expect, test } from './page.fixture.ts';

test.use({ timezoneId: 'Europe/Paris', locale: 'en-GB' });

/** The places in the list; the fields of the settings have options as well. */
function found(page: Page) {
  return page.getByRole('listbox').getByRole('option');
}

test('a zone is found by city and pinned, by keyboard alone', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=`);
  const field = page.getByLabel('A place, a time, or paste anything');
  await field.focus();
  await page.keyboard.type('kath');
  await expect(found(page)).toContainText(['Kathmandu']);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem')).toHaveText(
    /^Kathmandu Nepal4\sh(\s|\s[45]\d\s)?.*ahead of you.*\d\d:\d\d/,
  );
  await expect(page.getByText('Kathmandu was added.')).toBeVisible();
  await expect(field).toHaveValue('');
  expect(page.url()).toMatch(/\?zones=Asia\/(Kathmandu|Katmandu)$/);
});

test('the arrows choose, in view, and Escape gives up', async ({ api, page }) => {
  await page.setViewportSize({ width: 360, height: 600 });
  await page.goto(`${api.url}/?zones=`);
  const field = page.getByLabel('A place, a time, or paste anything');
  await field.focus();
  await page.keyboard.type('san');
  const options = found(page);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport({ ratio: 0.9 });
  const active = await field.getAttribute('aria-activedescendant');
  await expect(options.last()).toHaveAttribute('id', active ?? '');
  // Every city that begins so would be no list to read.
  await expect(page.getByText(/^\d+ more\. Keep typing to narrow the list\.$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(page.getByRole('listitem')).toHaveCount(0);
});

test('what Enter would pick is seen, and Tab goes on to what follows', async ({ api, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${api.url}/?zones=UTC`);
  await page.getByLabel('A place, a time, or paste anything').focus();
  await page.keyboard.type('san');
  await expect(found(page).first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('slider', { name: 'The moment shown' })).toBeFocused();
});

test('a place that is there already is said to be', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=Asia/Tokyo`);
  await page.getByLabel('A place, a time, or paste anything').fill('tokyo');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tokyo is already in the list.')).toBeVisible();
  await page.keyboard.type('o');
  await expect(page.getByText('Tokyo is already in the list.')).toHaveCount(0);
});

test('where the browser has another time for a zone, the row says so', async ({ api, page }) => {
  await page.route('**/api/v1/timezone?*', async (route) => {
    const answer = await (await route.fetch()).json();
    const type = { ...answer.current, utcOffset: '+08:00' };
    const json = { ...answer, current: type, startOfYear: type, transitions: [], next: null };
    await route.fulfill({ json });
  });
  await page.goto(`${api.url}/?zones=Asia/Tokyo`);
  await expect(page.getByRole('listitem').locator('p')).toHaveText(
    /by the server’s zone data; by your browser’s it is 1\sh later$/,
  );
});

test('a visitor who presses Enter before the list has loaded gets the place once it has', async ({
  api,
  page,
}) => {
  const asked = Promise.withResolvers<Route>();
  await page.route('**/api/v1/timezones', (route) => asked.resolve(route));
  await page.goto(`${api.url}/?zones=`);
  await page.getByLabel('A place, a time, or paste anything').focus();
  await page.keyboard.type('tokyo');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Loading the places…')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(0);
  await (await asked.promise).continue();
  await expect(page.getByRole('listitem')).toContainText('Tokyo Japan');
});

test('a row is named for the city that was picked, and so is the link', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=`);
  await page.getByLabel('A place, a time, or paste anything').fill('san francisco');
  await found(page).first().click();
  await expect(page.getByRole('listitem')).toContainText('San Francisco United States');
  expect(page.url()).toMatch(/\?zones=America\/Los_Angeles:San_Francisco$/);
  await page.reload();
  await expect(page.getByRole('listitem')).toContainText('San Francisco United States');
});

test.describe('while no list of places comes', () => {
  test.use({ mayLoseConnection: true });

  test('the field says so, and Enter tries again', async ({ api, page }) => {
    await page.route('**/api/v1/timezones', (route) => route.abort());
    await page.goto(`${api.url}/?zones=`);
    await page.getByLabel('A place, a time, or paste anything').fill('tokyo');
    await expect(page.getByText('The places can’t be loaded at the moment.')).toBeVisible();
    await page.unroute('**/api/v1/timezones');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem')).toContainText('Tokyo Japan');
  });
});

test('words that fit nothing are said to', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=`);
  await page.getByLabel('A place, a time, or paste anything').fill('xyzzy');
  await expect(
    page.getByText('“xyzzy” is no place and no time that this page knows.'),
  ).toBeVisible();
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
  await expect(page.getByText('UTC was moved to position 2.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Move UTC up' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove Tokyo' }).click();
  await expect(page.getByText('Tokyo was removed.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Remove UTC' })).toBeFocused();
  await expect(page).toHaveURL(/\?zones=UTC,America\/New_York$/);
  await page.goto(api.url);
  await expect(page.getByRole('listitem')).toContainText(['UTC', 'New York']);
});

test.describe('with a zone that is none', () => {
  test.use({ mayBeRefused: true });

  test('the row says so', async ({ api, page }) => {
    await page.goto(`${api.url}/?zones=Mars/Base`);
    await expect(page.getByRole('listitem')).toContainText(
      'The server doesn’t know the time zone “Mars/Base”.',
    );
  });
});

test('the last row that is removed leaves the focus in the field', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=Asia/Tokyo`);
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('button', { name: 'Remove Tokyo' }).click();
  await expect(page.getByLabel('A place, a time, or paste anything')).toBeFocused();
});

test('the twentieth place is the last, and another one is told why', async ({ api, page }) => {
  const zones = Array.from(
    { length: 19 },
    (_, index) => `Etc/GMT${index < 10 ? '+' : '-'}${index % 10}`,
  );
  await page.goto(`${api.url}/?zones=${zones.map(encodeURIComponent)}`);
  await page.getByLabel('A place, a time, or paste anything').fill('tokyo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem')).toHaveCount(20);
  const field = page.getByLabel('A place, a time, or paste anything');
  await field.fill('seattle');
  await expect(found(page).first()).toContainText('Seattle');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The list is full. Remove a place to add Seattle.')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(20);
  await expect(field).toBeFocused();
});

test('a newcomer finds the own place, UTC and two others', async ({ api, page }) => {
  await page.goto(api.url);
  await expect(page.getByRole('listitem')).toContainText(['Paris', 'UTC', 'New York', 'Tokyo']);
  expect(page.url()).toBe(`${api.url}/`);
});

test('GMT+1 and Enter pins the zone that people mean', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=`);
  await page.getByLabel('A place, a time, or paste anything').fill('GMT+1');
  await expect(found(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const inParis = new Date().toLocaleTimeString('en-GB', {
    timeZone: 'Etc/GMT-1',
    timeStyle: 'short',
  });
  await expect(page.getByRole('listitem')).toContainText(new RegExp(`^UTC\\+1.*${inParis}`));
  await page.reload();
  await expect(page.getByRole('listitem')).toContainText('UTC+1');
});

test('an abbreviation with several meanings is a question', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=`);
  await page.getByLabel('A place, a time, or paste anything').fill('IST');
  await expect(page.getByText('“IST” has several meanings. Choose one.')).toBeVisible();
  await expect(found(page).first()).toContainText('Kolkata');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem')).toContainText('Jerusalem');
});

test('a city in another language is found by its own name, largest first', async ({
  api,
  page,
}) => {
  await page.goto(`${api.url}/?zones=`);
  await page.getByLabel('A place, a time, or paste anything').fill('moskau');
  await expect(found(page).first()).toContainText('Moscow');
});
