import { AxeBuilder } from '@axe-core/playwright';
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
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
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
