import { bendDeviceClock, sleepDevice, stepDeviceClock } from './bent-clock.ts';
import { expect, test } from './states.fixture.ts';

const HOUR_MS = 3_600_000;
/** After a contradiction the page asks again within seconds. */
test.slow();

test('a server that knows UTC says how well, and the reading is UTC’s', async ({
  page,
  server,
}) => {
  await page.goto(server.proxy.url);
  await expect(page.locator('.server-status')).toHaveText(
    /^The server knows UTC to within 0\.8\d\sms, by NTP\.$/,
  );
  await expect(page.locator('.bound')).toContainText('to UTC');
  await expect(page.locator('.reading')).toHaveAttribute('data-knowledge', 'known');
});

test('a right device and a wrong one differ at a glance, and the wrong one is told what to do', async ({
  page,
  server,
}) => {
  await bendDeviceClock(page, 0);
  await page.goto(server.proxy.url);
  const verdict = page.locator('[data-device]');
  await expect(verdict.locator('.words')).toHaveText('Your computer’s clock is right');
  await expect(verdict).toHaveAttribute('data-device', 'right');
  const colour = () => verdict.locator('strong').evaluate((key) => getComputedStyle(key).color);
  const right = await colour();
  await stepDeviceClock(page, 83_000);
  await expect(verdict.locator('.words')).toHaveText(
    /^Your computer’s clock is 1\smin 2[23]\ss ahead$/,
  );
  await expect(verdict.locator('.advice')).toContainText('Set it:');
  expect(await colour()).not.toBe(right);
});

test('a server in holdover says so, and how far it can be off', async ({ page, server }) => {
  Object.assign(server, {
    status: 'holdover',
    reason: 'no NTP server answers: time.cloudflare.com (timeout)',
  });
  await page.goto(server.proxy.url);
  await expect(page.locator('.server-status')).toHaveText(
    /^The server has lost its source of UTC\. Its own clock keeps UTC to within 0\.8\d\sms\.$/,
  );
  await expect(page.locator('.reading')).toHaveAttribute('data-knowledge', 'holdover');
});

test('a server whose sources contradict each other is believed none of them', async ({
  page,
  server,
}) => {
  Object.assign(server, { status: 'contradictory', reason: 'two of them', utcMs: null });
  await page.goto(server.proxy.url);
  await expect(page.locator('.server-status')).toHaveText(
    'The server’s sources of UTC contradict each other.',
  );
  await expect(page.locator('.reading')).toHaveAttribute('data-knowledge', 'unknown');
});

test('two clocks that exclude each other are said to, with their distance', async ({
  page,
  server,
}) => {
  await page.goto(server.proxy.url);
  await expect(page.locator('.bound')).toContainText('to UTC');
  server.aheadMs = 3_000;
  await expect(page.locator('.incident')).toHaveText(
    /^Two clocks disagree by at least 2\.\d\ss\. The time is measured again/,
    { timeout: 20_000 },
  );
});

test('a server whose clock was set is said to be', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await expect(page.locator('.bound')).toContainText('to UTC');
  // Its base tells that it stepped; UTC goes on where it was.
  Object.assign(server, {
    aheadMs: 300,
    baseAheadMs: 300,
    utcMs: { min: -300.8, max: -299.2 },
  });
  await expect(page.locator('.incident')).toHaveText(/^The server’s clock was set\./, {
    timeout: 20_000,
  });
  await expect(page.locator('.bound')).toContainText('to UTC');
});

test('a device whose clock is set keeps the time, and is told of it', async ({ page, server }) => {
  await bendDeviceClock(page, 0);
  await page.goto(server.proxy.url);
  await expect(page.locator('.device-offset')).toContainText('agrees with UTC');
  await stepDeviceClock(page, HOUR_MS);
  await expect(page.locator('.incident')).toHaveText(
    /^Your device’s clock was set forward by (1\sh 0\smin 0|59\smin 59)\.\d+\ss, ±\s[\d.]+\sms\./,
  );
  await expect(page.locator('.device-offset')).toContainText('ahead of UTC');
});

test('a device that slept is known by its clock, which went on', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await expect(page.locator('.device-offset')).toContainText('agrees with UTC');
  await sleepDevice(page, 5_000);
  await expect(page.locator('.incident')).toHaveText(/^Your device just woke\./);
});
