import type { Page } from '@playwright/test';
import { expect, test } from './page.fixture.ts';

test.use({ mayLoseConnection: true });

/** Where the parts of the instrument stand. */
function places(page: Page) {
  return page.evaluate(() =>
    ['.top', '.when', '.digits', '.digits > :nth-child(6)'].map((selector) => {
      const { x, y, width, height } = (
        document.querySelector(selector) as Element
      ).getBoundingClientRect();
      return { selector, x, y, width, height };
    }),
  );
}

for (const width of [320, 1280]) {
  test(`the document shows the digits without its scripts, ${width} px wide`, async ({
    api,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.route('**/api/v1/sync*', () => new Promise(() => {}));
    // At first, as scripts that ran once leave a service worker, which has them all.
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto(api.url);
    await expect(page.locator('.digits')).toContainText(/^(\s*–){6}\s*$/);
    await expect(page.getByRole('status')).toHaveCount(0);
    const before = await places(page);

    await page.unroute('**/assets/*.js');
    await page.reload();
    await expect(page.getByRole('status')).toHaveText('Asking the server for the time…');
    // Where the page then draws them: nothing jumps when the scripts come.
    expect(await places(page)).toEqual(before);
  });
}
