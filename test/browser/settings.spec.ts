import { expectNoSidewaysScrolling, expectNoViolation } from './barriers.ts';
import { expect, test } from './page.fixture.ts';

test.use({ locale: 'en-GB' });

test('French is chosen, said in every part, and kept', async ({ api, page }) => {
  await page.goto(`${api.url}/?zones=Asia/Tokyo`);
  await page.getByLabel('Language').selectOption('Français');
  const expectFrench = async () => {
    await expect(page).toHaveTitle('Heure exacte · Dataiku Assessment');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(page.getByRole('status')).toHaveText('Connecté.');
    await expect(page.locator('.device-offset')).toHaveText(/^Votre appareil .*\d,\d/);
    await expect(page.getByRole('listitem')).toContainText(
      /Tokyo Japon.*\sh de plus que chez vous/,
    );
    await expect(page.locator('.when')).toContainText('semaine');
  };
  await expectFrench();
  await page.reload();
  await expectFrench();
});

test('a French browser is greeted in French', async ({ api, browser }) => {
  const page = await browser.newPage({ locale: 'fr-CA' });
  await page.goto(api.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Heure exacte');
  await page.close();
});

test('a theme is chosen against the browser’s, and there before the first paint', async ({
  api,
  page,
}) => {
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(api.url);
  expect(await ground()).toBe('rgb(245, 243, 238)');
  await page.getByLabel('Theme').selectOption('Dark');
  await expect.poll(ground).toBe('rgb(16, 19, 21)');

  // The page's own script never comes: what is dark now was so before it.
  await page.route('**/assets/index-*.js', () => new Promise(() => {}));
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(ground).toBe('rgb(16, 19, 21)');
});

for (const [name, heading, code] of [
  ['Deutsch', 'Genaue Uhrzeit', 'de'],
  ['Español', 'Hora exacta', 'es'],
  ['日本語', '正確な時刻', 'ja'],
  ['العربية', 'الوقت الدقيق', 'ar'],
] as const) {
  test(`${name} is chosen, in every part, and no barrier comes with it`, async ({ api, page }) => {
    await page.goto(`${api.url}/?at=2026-12-03T06:00:00Z`);
    await page.getByLabel('Language').selectOption(name);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.locator('html')).toHaveAttribute('dir', code === 'ar' ? 'rtl' : 'ltr');
    await expect(page.locator('.travel h2')).toContainText('2026');
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoViolation(page);
      await expectNoSidewaysScrolling(page);
    }
  });
}

test('in Arabic, the cursor stands above the hours, whose time runs from left to right', async ({
  api,
  browser,
}) => {
  const page = await browser.newPage({ locale: 'ar-EG', timezoneId: 'Africa/Cairo' });
  await page.goto(`${api.url}/?at=2026-12-03T06:00:00Z`);
  const boxes = await Promise.all(
    ['.hours', '.cursor [role="slider"]', '.zone-name'].map(async (selector) => {
      const box = await page.locator(selector).first().boundingBox();
      if (box === null) throw new Error(`${selector} is not shown.`);
      return { left: box.x, middle: box.x + box.width / 2, width: box.width };
    }),
  );
  const [hours, cursor, name] = boxes;
  if (hours === undefined || cursor === undefined || name === undefined) throw new Error();
  expect(name.left).toBeGreaterThan(hours.left);
  // Ten hours of twenty-four after its beginning.
  expect((cursor.middle - hours.left) / hours.width).toBeCloseTo(10 / 24, 2);
  await page.close();
});

test('a visitor whose language is missing is told once, in it', async ({ api, browser }) => {
  const context = await browser.newContext({ locale: 'pt-BR' });
  const page = await context.newPage();
  await page.goto(api.url);
  const notice = page.getByText('Esta página está em inglês.');
  await expect(notice).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'OK' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.locator('footer')).toBeVisible();
  await expect(notice).toHaveCount(0);
  await context.close();
});
