import { bendDeviceClock } from './bent-clock.ts';
import { expect, readFrames, test } from './page.fixture.ts';

const HOUR_MS = 3_600_000;

for (const [aheadMs, words] of [
  [HOUR_MS, /Your device is (1\sh 0\smin 0\.\d+|59\smin 59\.9\d*)\ss ahead of the server/],
  [-HOUR_MS, /Your device is (1\sh 0\smin 0\.\d+|59\smin 59\.9\d*)\ss behind the server/],
] as const) {
  test(`a device clock bent by ${aheadMs / HOUR_MS} h is reported as such`, async ({
    api,
    page,
  }) => {
    await bendDeviceClock(page, aheadMs);
    await page.goto(api.url);
    await expect(page.locator('.device-offset')).toHaveText(words);
    // The shown time is the server's all the same: this process's clock is not bent.
    const [frame] = await readFrames(page, 1);
    expect(Math.abs((frame?.trueMs ?? 0) - aheadMs - (frame?.shownMs ?? 0))).toBeLessThan(60_000);
  });
}

test('a device clock that is right is said to agree', async ({ api, page }) => {
  await page.goto(api.url);
  await expect(page.locator('.device-offset')).toHaveText(/^Your device agrees with/);
});
