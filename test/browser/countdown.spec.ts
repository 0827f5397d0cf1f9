import { bendDeviceClock, stepDeviceClock } from './bent-clock.ts';
import { expect, test } from './page.fixture.ts';
import { simulateWorld } from './simulated-world.ts';

const HOUR_MS = 3_600_000;

/** What the countdown shows, in seconds. */
function secondsIn(text: string | null): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /(?:(\d+) days? )?(\d\d):(\d\d):(\d\d)/.exec(text ?? '') ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

for (const aheadMs of [0, 26 * HOUR_MS]) {
  test(`the time left is the server's on a device ${aheadMs / HOUR_MS} h ahead, also when it jumps`, async ({
    api,
    page,
  }) => {
    const untilMs = Math.ceil(Date.now() / 1_000) * 1_000 + 50 * HOUR_MS;
    await bendDeviceClock(page, aheadMs);
    await page.goto(`${api.url}/?until=${new Date(untilMs).toISOString()}`);
    const timer = page.getByRole('timer');
    const expectRight = async () => {
      await expect(timer).toHaveText(/^2 days \d\d:\d\d:\d\d$/);
      const left = (untilMs - Date.now()) / 1_000;
      expect(Math.abs(secondsIn(await timer.textContent()) - left)).toBeLessThan(5);
    };
    await expectRight();
    await stepDeviceClock(page, -HOUR_MS);
    await expect(page.locator('.incident')).toBeVisible();
    await expectRight();
  });
}

test('an instant is set in the form, shared by the address, and taken away', async ({
  api,
  page,
}) => {
  await page.goto(api.url);
  await page.getByLabel('Count down to, in your time').fill('2099-12-31T23:59:59');
  await page.getByRole('button', { name: 'Count down' }).click();
  await expect(page.getByRole('timer')).toHaveText(/^[\d,]+ days \d\d:\d\d:\d\d$/);
  await expect(page.getByRole('button', { name: 'Count down' })).toBeFocused();
  const until = new URL(page.url()).searchParams.get('until') ?? '';
  expect(Date.parse(until)).toBe(new Date(2099, 11, 31, 23, 59, 59).getTime());
  await page.reload();
  await expect(page.getByLabel('Count down to, in your time')).toHaveValue('2099-12-31T23:59:59');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('timer')).toHaveCount(0);
  // The button is gone: who uses the keyboard goes on in the field.
  await expect(page.getByLabel('Count down to, in your time')).toBeFocused();
  expect(new URL(page.url()).search).toBe('');
});

test('an instant that has passed says since when, one that is none says what it must be', async ({
  api,
  page,
}) => {
  await page.goto(`${api.url}/?until=2020-02-29T12:00:00Z`);
  await expect(page.getByText(/^since Saturday, 29 February 2020/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Time passed' })).toBeVisible();
  await page.goto(`${api.url}/?until=soon`);
  await expect(page.getByText('“soon” is not a valid instant.')).toBeVisible();
});

test('what is no instant can be taken away', async ({ api, page }) => {
  await page.goto(`${api.url}/?until=soon`);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('is not a valid instant')).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
});

test('a year has four digits, so that a date can be typed in one go', async ({ api, page }) => {
  await page.goto(api.url);
  const field = page.getByLabel('Count down to, in your time');
  await field.focus();
  await page.keyboard.type('01012099120000AM');
  await expect(field).toHaveValue('2099-01-01T00:00');
});

test.describe('in a zone with an hour that comes twice', () => {
  test.use({ timezoneId: 'Europe/Paris' });

  test('a field that nobody touched leaves the instant as it is', async ({ api, page }) => {
    const second = `${api.url}/?until=2099-10-25T01:30:00.500Z`;
    await page.goto(second);
    await expect(page.getByLabel('Count down to, in your time')).toHaveValue('2099-10-25T02:30');
    await page.getByRole('button', { name: 'Count down' }).click();
    await expect(page.getByRole('timer')).toBeVisible();
    expect(page.url()).toBe(second);
  });
});

test('who travels with the page open reads the instant in another zone', async ({
  context,
  page,
  api,
}) => {
  const browser = await context.newCDPSession(page);
  await browser.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Paris' });
  const world = await simulateWorld(page);
  await world.open(`${api.url}/?until=2099-01-01T00:00:00Z`);
  const field = page.getByLabel('Count down to, in your time');
  await expect(field).toHaveValue('2099-01-01T01:00');
  await browser.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
  await world.run(61_000);
  await expect(page.getByText('until Thursday, 1 January 2099 at 09:00:00')).toBeVisible();
  await expect(field).toHaveValue('2099-01-01T09:00');
});

test('before anything is known, nothing is said of an instant but when it is', async ({
  api,
  page,
}) => {
  await page.route('**/api/v1/sync*', () => new Promise(() => {}));
  await page.goto(`${api.url}/?until=2020-02-29T12:00:00Z`);
  await expect(page.getByRole('timer')).toHaveText('––:––:––');
  await expect(page.getByText(/^Saturday, 29 February 2020/)).toBeVisible();
});

test('a shared countdown opens above the fold, with its name, also in the tab', async ({
  api,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${api.url}/?until=2099-12-31T23:59:59Z&name=The%20launch`);
  await expect(page.getByRole('timer')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('heading', { name: 'The launch' })).toBeInViewport();
  await expect(page).toHaveTitle('The launch · Exact time · Dataiku Assessment');
});

test('a countdown is given a name, which its link has', async ({ api, page }) => {
  await page.goto(api.url);
  await page.getByLabel('Count down to, in your time').fill('2099-01-01T00:00');
  await page.getByLabel('Name, if you like').fill('New year');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New year' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('name')).toBe('New year');
  await page.getByRole('button', { name: 'Stop' }).click();
  expect(new URL(page.url()).search).toBe('');
  await expect(page).toHaveTitle('Exact time · Dataiku Assessment');
});

test('at zero, the countdown changes', async ({ page, api }) => {
  const world = await simulateWorld(page);
  await world.open(`${api.url}/?until=2026-11-24T09:42:00Z&name=Lunch`);
  const countdown = page.locator('.countdown');
  await expect(countdown).toHaveAttribute('data-state', 'ahead');
  const colour = () =>
    page.getByRole('timer').evaluate((left) => getComputedStyle(left).backgroundColor);
  const before = await colour();
  // Every second, until it is zero.
  for (let second = 0; second < 90; second += 1) {
    if ((await countdown.getAttribute('data-state')) === 'now') break;
    await world.run(1_000);
  }
  await expect(countdown).toHaveAttribute('data-state', 'now');
  expect(await colour()).not.toBe(before);
});
