import type { Page } from '@playwright/test';
import { bendDeviceClock, stepDeviceClock } from './bent-clock.ts';
import { expect, test } from './page.fixture.ts';
import { SERVER_STATES } from './server-states.ts';
import { simulateWorld } from './simulated-world.ts';

const MINUTE_MS = 60_000;
/** All of the page is in view: what moves out of view is no shift to a browser. */
const TALL_PX = 2_600;

/** Adds up how far what is on the page moved, as browsers score it. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let shift = 0;
    Object.assign(globalThis, { readShift: () => shift });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // A picture makes the browser draw, and so find out what moved.
    await page.screenshot();
    return page.evaluate(() => (globalThis as unknown as { readShift(): number }).readShift());
  };
}

for (const locale of ['en-GB', 'fr-FR']) {
  for (const width of [320, 412, 640, 1280]) {
    test.describe(`${width} px wide, ${locale}`, () => {
      test.use({ locale, viewport: { width, height: TALL_PX }, timezoneId: 'America/New_York' });

      for (const state of ['synchronized', 'unsynchronized', 'contradictory'] as const) {
        test(`nothing moves when the answers come late: ${state}`, async ({ api, page }) => {
          const shift = await watchShifts(page);
          const world = await simulateWorld(page);
          await world.setServer({ ...SERVER_STATES[state].statement, delayMs: 3_000 });
          await world.open(api.url);
          await expect(page.locator('.connection')).toHaveAttribute('data-connection', 'online');
          await world.run(MINUTE_MS);
          expect(await shift()).toBe(0);
        });
      }

      test('nothing moves when what is known of zones comes late', async ({ api, page }) => {
        const shift = await watchShifts(page);
        const answer = Promise.withResolvers<void>();
        await page.route('**/api/v1/timezone?*', async (route) => {
          await answer.promise;
          await route.continue();
        });
        const world = await simulateWorld(page);
        await world.open(`${api.url}/?zones=Europe/Paris,Asia/Kolkata&until=2099-12-31T23:59:59Z`);
        answer.resolve();
        await expect(page.getByRole('listitem').last()).toContainText(/India|Inde/);
        expect(await shift()).toBe(0);
      });

      test('nothing else moves when a clock steps, or the server goes', async ({ api, page }) => {
        const shift = await watchShifts(page);
        await bendDeviceClock(page, 5_000_000);
        const world = await simulateWorld(page);
        await world.open(api.url);
        await world.run(MINUTE_MS);
        await stepDeviceClock(page, -3_600_000);
        await world.run(MINUTE_MS / 2);
        await world.setServer({ aheadMs: 300 });
        await world.run(MINUTE_MS / 2);
        await expect(page.locator('.incident')).toBeVisible();
        await world.run(MINUTE_MS);
        await world.setServer({ link: 'down' });
        await world.run(MINUTE_MS);
        await expect(page.locator('.connection')).toHaveAttribute('data-connection', 'offline');
        expect(await shift()).toBe(0);
      });
    });
  }
}
