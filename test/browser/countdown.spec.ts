import { bendDeviceClock, stepDeviceClock } from './bent-clock.ts';
import { expect, test } from './page.fixture.ts';

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
  await expect(page.getByText(/^since Saturday, February 29, 2020/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Time passed' })).toBeVisible();
  await page.goto(`${api.url}/?until=soon`);
  await expect(page.getByText('“soon” is not an instant.')).toBeVisible();
});

test('before anything is known, nothing is said of an instant but when it is', async ({
  api,
  page,
}) => {
  await page.route('**/api/v1/sync*', () => new Promise(() => {}));
  await page.goto(`${api.url}/?until=2020-02-29T12:00:00Z`);
  await expect(page.getByRole('timer')).toHaveText('––:––:––');
  await expect(page.getByText(/^Saturday, February 29, 2020/)).toBeVisible();
});
