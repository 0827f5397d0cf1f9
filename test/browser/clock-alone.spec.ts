import type { Page } from '@playwright/test';
import { startPageNginx } from '../images/page-nginx.ts';
import { forward } from '../system/forward.ts';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { expectNoSidewaysScrolling, expectNoViolation } from './barriers.ts';
import { expect, test } from './page.fixture.ts';
import { SERVER_STATES } from './server-states.ts';
import { simulateWorld } from './simulated-world.ts';
import { watchShifts } from './watch-shifts.ts';

test.use({ locale: 'en-GB', timezoneId: 'America/New_York' });

/** The shown time of day, in ms since midnight; no number while a digit is unknown. */
async function shownMs(page: Page): Promise<number> {
  const digits = (await page.locator('.digits').textContent())?.replaceAll(/\s/g, '') ?? '';
  const [hours, minutes, seconds] = digits.match(/\d\d/g)?.map(Number) ?? [];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
}

const DAY_MS = 86_400_000;

/** Expects that the clock agrees with this machine's, which is the server's, `hours` ahead of UTC. */
async function expectTime(page: Page, hours: number): Promise<void> {
  await expect(page.locator('.digits')).toHaveText(/^\s*(\d\s*){6}$/, { timeout: 15_000 });
  const trueMs = (Date.now() + hours * 3_600_000) % DAY_MS;
  const offMs = Math.abs(trueMs - (await shownMs(page)));
  expect(Math.min(offMs, DAY_MS - offMs)).toBeLessThan(3_000);
}

for (const path of ['wall', 'embed']) {
  test(`/${path} shows the time of a zone by the server’s rules`, async ({ api, page }) => {
    await page.goto(`${api.url}/${path}?zone=Asia/Kolkata`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kolkata');
    await expectTime(page, 5.5);
    await expect(page).toHaveTitle('Kolkata · Exact time · Dataiku Assessment');
    await expect(page.locator('time')).toHaveText(/^\d\d:\d\d in Kolkata$/);
    await expect(page.locator('.date')).toHaveText(/\d{4}$/);
    await expect(page.locator('.words')).toHaveText(/Right to within|How far from UTC/);

    await page.goto(`${api.url}/${path}?zone=UTC%2B5:45`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('UTC+5:45');
    await expectTime(page, 5.75);
  });

  test(`/${path} has no barrier, light and dark, and fits a narrow window`, async ({
    api,
    page,
  }) => {
    await page.goto(`${api.url}/${path}?zone=America/Argentina/Buenos_Aires`);
    await expectTime(page, -3);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const forcedColors of ['none', 'active'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors });
        await expectNoViolation(page);
      }
    }
    await page.setViewportSize({ width: 320, height: 600 });
    await expectNoSidewaysScrolling(page);
  });

  test(`nothing moves on /${path} when the answers come late`, async ({ api, page }) => {
    const shift = await watchShifts(page);
    const answer = Promise.withResolvers<void>();
    await page.route('**/api/v1/timezone?*', async (route) => {
      await answer.promise;
      await route.continue();
    });
    await page.goto(`${api.url}/${path}?zone=Asia/Tokyo`);
    await expect(page.locator('.words')).toContainText('Asking the server');
    answer.resolve();
    await expectTime(page, 9);
    expect(await shift()).toBe(0);
  });
}

test.describe('what the server refuses', () => {
  test.use({ mayBeRefused: true });

  test('an unknown zone is told, and no time', async ({ api, page }) => {
    for (const path of ['wall', 'embed']) {
      await page.goto(`${api.url}/${path}?zone=Mars/Base`);
      await expect(page.locator('.words')).toHaveText(
        'The server doesn’t know the time zone “Mars/Base”.',
      );
      const advice = page.getByText('zone=Europe/Paris');
      await expect(advice).toBeVisible({ visible: path === 'wall' });
      await expect(page.locator('.digits')).toHaveText(/^\s*(–\s*){6}$/);
    }
  });
});

test('while UTC is unknown, a clock alone shows whole seconds and says so', async ({
  api,
  page,
}) => {
  const world = await simulateWorld(page);
  await world.setServer(SERVER_STATES.unsynchronized.simulated);
  await page.goto(`${api.url}/wall?zone=UTC`);
  await expect(page.locator('.words')).not.toBeEmpty();
  await world.run(5_000);
  await expect(page.locator('.words')).toHaveText('How far from UTC: unknown');
  await expect(page.locator('.digits')).toHaveText(/^\s*(\d\s*){6}$/);
});

test('an exam has its start, its finish and the time left', async ({ api, page }) => {
  // The simulated time begins at 09:41:07 UTC.
  const world = await simulateWorld(page);
  const open = async (query: string) => {
    await page.goto(`${api.url}/wall?zone=Europe/Paris&${query}`);
    // The answer about the zone takes no simulated time.
    await expect
      .poll(async () => {
        await world.run(1_000);
        return page.locator('.digits').textContent();
      })
      .toMatch(/^\s*(\d\s*){6}$/);
  };
  await open('start=10:45&finish=10:50');
  await expect(page.locator('.exam')).toHaveText(
    /^Start 10:45Finish 10:500:0\d:\d\d until the start$/,
  );
  await world.run(5 * 60_000);
  await expect(page.locator('.exam')).toHaveText(/^Start 10:45Finish 10:500:0\d:\d\d left$/);
  await world.run(6 * 60_000);
  await expect(page.locator('.exam')).toHaveText('Start 10:45Finish 10:50Finished');

  await open('finish=2026-11-24T12:30:00Z');
  await expect(page.locator('.exam')).toHaveText(/^Finish 13:302:3\d:\d\d left$/);
  await open('start=noon');
  await expect(page.locator('.exam')).toHaveText('start=noon is not a time. Example: start=09:00');
  for (const width of [320, 2_560]) {
    await page.setViewportSize({ width, height: 700 });
    await expectNoSidewaysScrolling(page);
  }
});

test('by keyboard, the wall fills the screen and keeps it on', async ({ api, page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    navigator.wakeLock.request = async (type) => {
      asked.push(String(type));
      return { release: async () => {} } as WakeLockSentinel;
    };
  });
  await page.goto(`${api.url}/wall`);
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button')).toBeHidden();
  expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  expect(await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([
    'screen',
  ]);
});

test('another site shows /embed in a frame, and no other document', async ({ api, page }) => {
  const site = await startLoopbackServer((_incoming, outgoing) => {
    const isolated = { 'cross-origin-embedder-policy': 'require-corp' };
    outgoing.writeHead(200, { 'content-type': 'text/html', ...isolated });
    const frames = ['embed?zone=Asia/Tokyo&theme=dark', 'wall'].map(
      (path) => `<iframe title="${path}" src="${api.url}/${path}"></iframe>`,
    );
    outgoing.end(
      `<!doctype html><link rel="icon" href="data:,"><title>site</title>${frames.join('')}`,
    );
  });
  await page.goto(site.url);
  const clock = page.frameLocator('iframe').first();
  await expect(clock.getByRole('heading')).toHaveText('Tokyo');
  await expect(clock.locator('.digits')).toHaveText(/^\s*(\d\s*){6}$/);
  await expect(clock.locator('html')).toHaveCSS('color-scheme', 'dark');
  const back = clock.getByRole('link', { name: 'Exact time' });
  await expect(back).toHaveAttribute('href', './?zones=Asia%2FTokyo');
  await expect(page.frameLocator('iframe').nth(1).locator('.digits')).toHaveCount(0);
  await site.close();
});

test('/embed stores nothing and has no worker, /wall opens offline', async ({ api, page }) => {
  await page.clock.install();
  await page.goto(`${api.url}/embed?zone=Asia/Tokyo`);
  await expectTime(page, 9);
  // Longer than the page waits before it registers its worker.
  await page.clock.runFor(10_000);
  const stored = () =>
    page.evaluate(async () => [
      localStorage.length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
      document.cookie,
    ]);
  expect(await stored()).toEqual([0, 0, 0, '']);

  // The worker of the page leaves the other documents what they are.
  await page.goto(api.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${api.url}/embed`);
  await expect(page.locator('.back')).toBeVisible();
  await page.goto(`${api.url}/wall`);
  await expectTime(page, newYorkHours());
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await page.goto(`${api.url}/wall`);
  await expect(page.locator('.digits')).toBeVisible();
  await expect(page.locator('.settings')).toHaveCount(0);
});

function newYorkHours(): number {
  const local = new Date().toLocaleString('en', {
    timeZone: 'America/New_York',
    timeZoneName: 'longOffset',
  });
  return Number(/GMT([+-]\d\d)/.exec(local)?.[1]);
}

test('nginx serves the documents below a path as the API does', async ({ api, page }) => {
  const basePath = 'rewrite ^/clock(/.*)$ $1;';
  const nginx = await startPageNginx(undefined, basePath);
  const edge = await startLoopbackServer((incoming, outgoing) => {
    const isApi = incoming.url?.startsWith('/clock/api/');
    if (isApi) incoming.url = incoming.url?.replace('/clock', '');
    forward(incoming, outgoing, { port: isApi ? api.port : nginx.port });
  });
  for (const path of ['wall', 'embed']) {
    await page.goto(`${edge.url}/clock/${path}?zone=Asia/Tokyo`);
    await expectTime(page, 9);
    const [here, there] = await Promise.all(
      [nginx.port, api.port].map((port) => fetch(`http://127.0.0.1:${port}/${path}`)),
    );
    for (const name of [
      'content-security-policy',
      'cross-origin-resource-policy',
      'cache-control',
    ]) {
      expect(here?.headers.get(name), name).toBe(there?.headers.get(name));
    }
  }
  await page.goto(`${edge.url}/clock/wall`);
  const preview = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(preview).toBe(`${edge.url}/clock/preview.png`);
  expect((await fetch(preview ?? '')).status).toBe(200);
  await page.close();
  nginx.quit();
  await edge.close();
});

test.use({ mayLoseConnection: true });
