import { expect, expectAgreement, readFrames, readReels } from './page.fixture.ts';
import { test } from './states.fixture.ts';

test("the page's time agrees with the server within the shown bound", async ({ api, page }) => {
  await page.goto(api.url);
  await expect(page.locator('.bound')).toContainText(/±\s[\d.]+/);
  expectAgreement(await readFrames(page, 8));
});

test('no digit is finer than the shown bound supports', async ({ api, page }) => {
  await page.goto(api.url);
  await expect(page.locator('.bound')).toContainText(/±\s[\d.]+/);
  for (const { digitMs, boundMs } of await readFrames(page, 8)) {
    // The bound is rounded up when it is shown, by less than a tenth.
    expect(boundMs).toBeLessThanOrEqual((digitMs / 2) * 1.1);
  }
});

test('the digits below a second run with the server, to a digit', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await expect(page.locator('.bound')).toContainText(/±\s[\d.]+/);
  await expect(page.locator('.digits > :nth-child(7)')).not.toHaveAttribute('data-faded');
  for (const { shownMs, trueMs, boundMs } of await readReels(page, 40)) {
    const behindMs = ((trueMs - shownMs + 500) % 1_000) - 500;
    // A tenth is cut off, so it may be behind by all of it.
    expect(behindMs).toBeGreaterThanOrEqual(-boundMs - 1);
    expect(behindMs).toBeLessThanOrEqual(100 + boundMs + 1);
  }
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing runs: whole seconds are shown', async ({ api, page }) => {
    await page.goto(api.url);
    await expect(page.locator('.bound')).toContainText(/±\s[\d.]+/);
    await expect(page.locator('.digits > :nth-child(6)')).toBeVisible();
    await expect(page.locator('.digits > :nth-child(7)')).toBeHidden();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

test('before the first exchange there are dashes, not zeros', async ({ api, page }) => {
  await page.route('**/api/v1/sync*', () => new Promise(() => {}));
  await page.goto(api.url);
  await expect(page.locator('.digits')).toHaveText('––––––');
  await expect(page.locator('.bound')).toHaveText('± ?');
  await expect(page.getByRole('status')).toHaveText('Asking the server for the time…');
  await expect(page.locator('time')).not.toHaveAttribute('datetime');
});

test.describe('without a clock source', () => {
  test.use({ environment: { CLOCK_SOURCES: 'none' } });

  test('a server that can’t bound UTC says so, and its time is still shown', async ({
    api,
    page,
  }) => {
    await page.goto(api.url);
    await expect(page.locator('.server-status')).toHaveText(
      'The server can’t tell how far it is from UTC.',
    );
    await expect(page.getByText('How far from UTC: unknown')).toBeVisible();
    await expect(page.locator('.digits > :nth-child(6)')).toHaveText(/\d/);
    await expect(page.locator('.digits > :nth-child(7)')).toHaveAttribute('data-faded');
    await page.getByText('How is this known?').click();
    await expect(page.getByText('no clock source is configured')).toBeVisible();
    await expect(page.locator('.bound')).toHaveText(
      /±\s\S+\sm?s to the server’s clock · to UTC: unknown$/,
    );
  });
});

test('the time is shown in the zone of the visitor and in UTC', async ({ api, browser }) => {
  const page = await browser.newPage({ timezoneId: 'Asia/Kolkata', locale: 'en-GB' });
  await page.goto(api.url);
  await expect(page.locator('.when')).toContainText('UTC+5:30');
  await expect(page.locator('.utc')).toHaveText(/^\d\d:\d\d:\d\d UTC$/);
  const utc = (await page.locator('time').getAttribute('datetime')) ?? '';
  const local = new Date(utc).toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Kolkata',
    timeStyle: 'short',
  });
  await expect(page.locator('time')).toContainText(local);
  await page.close();
});

test('the page is isolated from other origins, which makes its timer fine', async ({
  api,
  page,
}) => {
  await page.goto(api.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});
