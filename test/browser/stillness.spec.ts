import { bendDeviceClock, stepDeviceClock } from './bent-clock.ts';
import { expect, test } from './page.fixture.ts';
import { SERVER_STATES } from './server-states.ts';
import { simulateWorld } from './simulated-world.ts';
import { watchShifts } from './watch-shifts.ts';

const MINUTE_MS = 60_000;
const WATCHED_SECONDS = 8;
/** All of the page is in view: what moves out of view is no shift to a browser. */
const TALL_PX = 2_600;

for (const locale of ['en-GB', 'fr-FR']) {
  for (const width of [320, 412, 640, 1280]) {
    test.describe(`${width} px wide, ${locale}`, () => {
      test.use({ locale, viewport: { width, height: TALL_PX }, timezoneId: 'America/New_York' });

      for (const state of ['synchronized', 'unsynchronized', 'contradictory'] as const) {
        test(`nothing moves when the answers come late: ${state}`, async ({ api, page }) => {
          const shift = await watchShifts(page);
          const world = await simulateWorld(page);
          await world.setServer({ ...SERVER_STATES[state].simulated, delayMs: 3_000 });
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
        const world = await simulateWorld(page);
        // After the world, whose clock would take its place.
        await bendDeviceClock(page, 5_000_000);
        await world.open(api.url);
        /** Runs for half a minute, of which the first seconds are drawn one by one. */
        const watch = async () => {
          for (let second = 0; second < WATCHED_SECONDS; second += 1) {
            await world.run(1_000);
            expect(await shift(), `after ${second} s`).toBe(0);
          }
          await world.run(MINUTE_MS / 2 - WATCHED_SECONDS * 1_000);
        };
        await watch();
        await stepDeviceClock(page, -3_600_000);
        await watch();
        await expect(page.locator('.incident')).toContainText(/set back|reculée/);
        await world.setServer({ aheadMs: 300 });
        await watch();
        await expect(page.locator('.incident')).toContainText(/disagree|diffèrent/);
        await world.setServer({ link: 'down' });
        await watch();
        await expect(page.locator('.connection')).toHaveAttribute('data-connection', 'offline');
      });
    });
  }
}
