import { expectNoViolation } from './barriers.ts';
import { expect, test } from './states.fixture.ts';

test.use({ timezoneId: 'Europe/Paris', locale: 'en-GB' });

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the time is copied as programs write it, by keyboard alone', async ({ page, server }) => {
    await page.goto(server.proxy.url);
    await expect(page.locator('.bound')).toContainText('to UTC');
    await page.getByRole('button', { name: 'Copy the time' }).press('Enter');
    const utc = page.getByRole('button', { name: /^ISO 8601, UTC/ });
    await expect(utc).toContainText(/Z$/);
    await expectNoViolation(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());

    await utc.press('Enter');
    await expect(page.getByText('Copied: ')).toBeVisible();
    const text = await copied();
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(Math.abs(Date.parse(text) - Date.now())).toBeLessThan(60_000);

    await page.getByLabel('with the bound').press('Space');
    await page.getByRole('button', { name: /^Unix milliseconds/ }).press('Enter');
    await expect.poll(copied).toMatch(/^\d{13} ± [\d.]+\sms$/);
    await page.getByRole('button', { name: /^ISO 8601, your time/ }).press('Enter');
    await expect.poll(copied).toMatch(/\+0[12]:00 ± /);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Copy the time' })).toBeFocused();
  });
});

test('a browser that forbids copying leaves the text to be selected', async ({ page, server }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(server.proxy.url);
  await expect(page.locator('.bound')).toContainText('to UTC');
  await page.getByRole('button', { name: 'Copy the time' }).click();
  await page.getByRole('button', { name: /^Unix seconds/ }).click();
  await expect(page.getByText(/Select it here: \d{10}$/)).toBeVisible();
});

test('on the whole screen, the clock is alone and keeps the screen on', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    const locks: string[] = [];
    const lock = { release: async () => void locks.push('released') };
    const request = async () => {
      locks.push('held');
      return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    Object.assign(globalThis, { locks });
  });
  await page.goto(server.proxy.url);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('heading', { name: 'Exact time' })).toBeHidden();
  await expect(page.locator('.digits')).toBeVisible();
  await expect(page.locator('.zones')).toBeHidden();
  const locks = () => page.evaluate(() => (globalThis as unknown as { locks: string[] }).locks);
  await expect.poll(locks).toEqual(['held']);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.getByRole('heading', { name: 'Exact time' })).toBeVisible();
  await expect.poll(locks).toEqual(['held', 'released']);
});

test.describe('a link to this moment', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is copied, and opens on it', async ({ page, server }) => {
    await page.goto(server.proxy.url);
    await expect(page.locator('.bound')).toContainText('to UTC');
    await page.getByRole('button', { name: 'Share this moment' }).press('Enter');
    await expect(page.getByText('The link was copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\?at=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ&zones=Europe\/Paris,/);
    await page.goto(link);
    await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  });
});

test('seconds are shown or not, also after a reload, and in another tab at once', async ({
  page,
  context,
  server,
}) => {
  await page.goto(server.proxy.url);
  const other = await context.newPage();
  await other.goto(server.proxy.url);
  await expect(other.getByRole('button', { name: 'Seconds' })).toBeVisible();
  const seconds = page.getByRole('button', { name: 'Seconds' });
  await expect(seconds).toHaveAttribute('aria-pressed', 'true');
  await seconds.press('Enter');
  for (const tab of [page, other]) {
    await expect(tab.locator('.digits > :nth-child(5)')).toBeHidden();
    await expect(tab.locator('.digits > :nth-child(4)')).toBeVisible();
  }
  await page.reload();
  await expect(page.locator('.digits > :nth-child(5)')).toBeHidden();
});

test('the time signal sounds on the minute, in Chromium’s own audio', async ({ page, server }) => {
  await page.addInitScript(() => {
    const starts: number[] = [];
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (this: OscillatorNode, at = 0) {
      const { contextTime = 0, performanceTime = 0 } = (
        this.context as AudioContext
      ).getOutputTimestamp();
      starts.push(performance.timeOrigin + performanceTime + (at - contextTime) * 1_000);
      return start.call(this, at);
    };
    Object.assign(globalThis, { starts });
  });
  // The server is ahead, so that its next minute is near.
  const aheadMs = 60_000 - (Date.now() % 60_000) - 20_000;
  server.aheadMs = aheadMs;
  server.baseAheadMs = aheadMs;
  await page.goto(server.proxy.url);
  await expect(page.locator('.bound')).toContainText('to UTC');
  await page.getByRole('button', { name: 'Time signal' }).press('Enter');
  await expect(page.getByText('Six pips at each full minute.')).toBeVisible();
  const starts = () => page.evaluate(() => (globalThis as unknown as { starts: number[] }).starts);
  // The clock comes to the next minute by itself.
  await expect.poll(starts, { timeout: 70_000 }).toHaveLength(6);
  const longMs = ((await starts()).at(-1) ?? 0) + aheadMs;
  const fromMinute = ((longMs + 30_000) % 60_000) - 30_000;
  expect(Math.abs(fromMinute)).toBeLessThan(100);
});
