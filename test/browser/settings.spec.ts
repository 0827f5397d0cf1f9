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
