import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expectNoSidewaysScrolling, expectNoViolation } from './barriers.ts';
import { expect, test } from './page.fixture.ts';

test.use({ locale: 'en-GB', timezoneId: 'Asia/Tokyo' });

const run = promisify(execFile);

/** Runs the shown code as a reader would, and returns what it prints. */
const RUNNERS: Readonly<Record<string, (code: string) => Promise<{ stdout: string }>>> = {
  curl: (code) => run('sh', ['-c', code]),
  JavaScript: (code) => run(process.execPath, ['--input-type=module', '--eval', code]),
  Python: (code) => run('python3', ['-c', code]),
};

/** A time with its digits replaced, so that two answers to the same question are equal. */
const shape = (text: string) => text.trim().replaceAll(/\d/g, '0');

test('the samples run as they are shown, and print what the page says', async ({ api, page }) => {
  await page.goto(api.url);
  for (const [name, runSample] of Object.entries(RUNNERS)) {
    await page.getByRole('tab', { name }).click();
    const panel = page.getByRole('tabpanel', { name });
    await expect(panel.locator('samp')).toHaveText(/^\d{4}-/);
    const shown = (await panel.locator('samp').textContent()) ?? '';
    const { stdout } = await runSample((await panel.locator('code').textContent()) ?? '');
    expect(shape(shown), name).toBe(shape(stdout));
    // Asked again, the answer is a later one.
    await panel.getByRole('button', { name: 'Ask again' }).click();
    await expect(panel.locator('samp')).not.toHaveText(shown);
  }
});

test('by keyboard, the tabs show one sample each, and the frame shows the clock', async ({
  api,
  page,
}) => {
  await page.goto(api.url);
  const chosen = page.getByRole('tab', { selected: true });
  await page.getByRole('tab', { name: 'curl' }).focus();
  for (const [key, name] of [
    ['ArrowRight', 'JavaScript'],
    ['ArrowRight', 'Python'],
    ['ArrowLeft', 'JavaScript'],
    ['Home', 'curl'],
    ['ArrowLeft', 'In a page'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(chosen).toHaveText(name);
    await expect(chosen).toBeFocused();
  }
  const clock = page.frameLocator('.programs iframe');
  await expect(clock.getByRole('heading')).toHaveText('Tokyo');
  await expect(clock.locator('.digits')).toHaveText(/^\s*(\d\s*){6}$/, { timeout: 15_000 });
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(chosen).toHaveText('curl');
});

test.describe('where the page may copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the code is copied, for the frame too', async ({ api, page }) => {
    await page.goto(api.url);
    for (const name of ['curl', 'In a page']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('button', { name: 'Copy the code' }).click();
      await expect(page.getByText('Copied.')).toBeVisible();
      const code = await page.locator('.programs code').textContent();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    }
  });
});

test.describe('a server that refuses', () => {
  test.use({ mayLoseConnection: true });

  test('a missing answer is told', async ({ api, page }) => {
    await page.route('**/api/v1/time', (route) => route.abort());
    await page.goto(api.url);
    await expect(page.locator('.programs')).toContainText('The server gives no answer');
  });
});

test('each tab has no barrier, light and dark, from 320 px on', async ({ api, page }) => {
  test.slow();
  await page.goto(api.url);
  for (const name of ['curl', 'JavaScript', 'Python', 'In a page']) {
    await page.getByRole('tab', { name }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoViolation(page);
    }
    await page.setViewportSize({ width: 320, height: 600 });
    await expectNoSidewaysScrolling(page);
  }
});
