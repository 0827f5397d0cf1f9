import type { Page } from '@playwright/test';
import { expect, test } from './page.fixture.ts';
import { SERVER_STATES } from './server-states.ts';
import { simulateWorld } from './simulated-world.ts';
import { watchShifts } from './watch-shifts.ts';

test.use({ mayLoseConnection: true });

/** Where the parts of the instrument stand, and what they say. */
function parts(page: Page) {
  return page.evaluate(() =>
    ['h1', '.when', '.digits', '.digits > :nth-child(6)', '.verdict', '.verdict p']
      .flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)])
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const isHidden = getComputedStyle(element).visibility === 'hidden';
        const words = isHidden ? '' : element.textContent.replaceAll(/\s/g, '');
        return { words, x, y, width, height };
      }),
  );
}

for (const width of [320, 1280]) {
  test(`the document says what it is without its scripts, ${width} px wide`, async ({
    api,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.route('**/api/v1/sync*', () => new Promise(() => {}));
    // At first, as scripts that ran once leave a service worker, which has them all.
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto(api.url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exact time');
    await expect(page.locator('.digits')).toContainText(/^(\s*–){6}\s*$/);
    await expect(page.locator('.verdict').first()).toContainText('how wrong it may be');
    await expect(page.getByRole('status')).toHaveCount(0);
    const before = await parts(page);

    await page.unroute('**/assets/*.js');
    await page.reload();
    await expect(page.getByRole('status')).toHaveText('Asking the server for the time…');
    // What the page then draws: nothing jumps when the scripts come.
    expect(await parts(page)).toEqual(before);
  });
}

for (const locale of ['en-GB', 'fr-FR']) {
  for (const [state, { simulated, words }] of Object.entries(SERVER_STATES)) {
    test.describe(`${locale}, ${state}`, () => {
      test.use({ locale, timezoneId: 'Asia/Kolkata', viewport: { width: 412, height: 1_600 } });

      test('the first script draws the reading without React, which then takes it over', async ({
        api,
        page,
      }) => {
        const shift = await watchShifts(page);
        const taken = Promise.withResolvers<void>();
        await page.route('**/assets/react-*.js', async (route) => {
          await taken.promise;
          await route.continue();
        });
        const world = await simulateWorld(page);
        await world.setServer(simulated);
        await page.goto(api.url);
        await expect(page.locator('.words').first()).not.toBeEmpty();
        await world.run(20_000);
        await expect(page.locator('time')).toHaveAttribute('datetime', /Z$/);
        if (locale === 'en-GB') await expect(page.locator('.statements')).toContainText(words);
        await expect(page.getByRole('status')).toHaveCount(0);
        const drawn = await parts(page);

        taken.resolve();
        await expect(page.getByRole('status')).toHaveCount(1);
        expect(await parts(page)).toEqual(drawn);
        expect(await shift()).toBe(0);
      });
    });
  }
}

test('without React the reading goes on, and the page says that the rest is missing', async ({
  api,
  page,
}) => {
  await page.route('**/assets/react-*.js', (route) => route.abort());
  await page.goto(api.url);
  await expect(page.locator('.digits > :nth-child(6)')).toHaveText(/\d/);
  await expect(page.locator('.words').first()).toContainText(/Right to within|How far/);
  await expect(page.getByRole('alert')).toContainText('did not load completely');
  const shown = await page.locator('time').getAttribute('datetime');
  await expect(page.locator('time')).not.toHaveAttribute('datetime', shown ?? '');
});
