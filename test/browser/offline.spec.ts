import type { Page } from '@playwright/test';
import { forward } from '../system/forward.ts';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { bendDeviceClock } from './bent-clock.ts';
import { expect, readFrames, test } from './page.fixture.ts';
import { simulateWorld } from './simulated-world.ts';

test.use({ mayLoseConnection: true, locale: 'en-GB' });
test.slow();

/** Not in TypeScript's types yet. */
interface Routed {
  readonly workerFinalSourceType: string;
}

const HOUR_MS = 3_600_000;

test('stores its copy only 5 s after it has drawn itself', async ({ api, page }) => {
  const world = await simulateWorld(page);
  await world.open(api.url);
  expect(await countWorkers(page)).toBe(0);
  await world.run(5_000);
  await expect.poll(() => countWorkers(page)).toBe(1);
});

function countWorkers(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
}

test('the page can be installed: a manifest, icons, and a worker that keeps its files', async ({
  api,
  page,
}) => {
  await page.goto(api.url);
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    return (await fetch(link?.href ?? '')).json();
  });
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' });
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (sizes !== 'any') expect(size).toBe(sizes);
  }
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const [name = ''] = await caches.keys();
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
});

test('no exchange passes through the worker', async ({ api, page }) => {
  await page.goto(api.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('Connected.');
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  // Chromium tells who answered: the network by the static route, or '' for the worker's listener.
  const answeredBy = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/'))
      .map((entry) => (entry as unknown as Routed).workerFinalSourceType),
  );
  expect([...new Set(answeredBy)]).toEqual(['network']);
});

test('behind the worker the exchanges keep the stamps that the browser took at the socket', async ({
  api,
  page,
}) => {
  await page.goto(api.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The stamps around fetch would leave half of this possible.
  await page.addInitScript(() => {
    const realFetch = globalThis.fetch;
    globalThis.fetch = async (...asked) => {
      const answer = await realFetch(...asked);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return answer;
    };
  });
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await expect
    .poll(async () => (await readFrames(page, 1))[0]?.boundMs, { timeout: 20_000 })
    .toBeLessThan(40);
});

test('without a network it opens with what it knew, an hour later and less sure', async ({
  api,
  page,
}) => {
  await page.goto(api.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  // The first exchange alone may leave much: an hour must be most of what is lost.
  await expect.poll(async () => (await readFrames(page, 1))[0]?.boundMs).toBeLessThan(50);
  await api.kill();

  // The device's clock went on for an hour while the page was closed.
  await bendDeviceClock(page, HOUR_MS);
  await page.goto(api.url);
  await expect(page.getByRole('status')).toHaveText(
    /^The server gives no time\. The time shown was measured on .* if nobody has set that clock since\.$/,
  );
  await expect(page.locator('.bound')).toHaveText(/±\s1\.[89]\ss/);
  const [frame] = await readFrames(page, 1);
  // Seconds aren't supported any more, so the shown minute is cut off.
  const behindMs = (frame?.trueMs ?? 0) - (frame?.shownMs ?? 0);
  expect(behindMs).toBeGreaterThan(-2_000);
  expect(behindMs).toBeLessThan(60_000 + 2_000);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('a network that stalls does not keep the page from opening', async ({ api, page }) => {
  let isStalled = false;
  const way = await startLoopbackServer((incoming, outgoing) => {
    if (!isStalled) forward(incoming, outgoing, { port: api.port });
  });
  await page.goto(way.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  isStalled = true;
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.close();
  await way.close();
});

test('a document of another version is not kept with the files of this one', async ({
  api,
  page,
}) => {
  let isMixed = true;
  const asked = Promise.withResolvers<void>();
  const way = await startLoopbackServer((incoming, outgoing) => {
    const isOfWorker = incoming.url === '/' && incoming.headers['sec-fetch-dest'] !== 'document';
    if (!isMixed || !isOfWorker) return forward(incoming, outgoing, { port: api.port });
    outgoing.setHeader('content-type', 'text/html');
    outgoing.end('<script type="module" src="/assets/index-another.js"></script>');
    asked.resolve();
  });
  await page.goto(way.url);
  await asked.promise;
  await expect.poll(() => countWorkers(page)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);

  isMixed = false;
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await page.close();
  await way.close();
});

test('who has the page follows it to where it has gone, and keeps it where the server fails', async ({
  api,
  page,
}) => {
  let answer: { status: number; location?: string } | null = null;
  const way = await startLoopbackServer((incoming, outgoing) => {
    if (answer === null || incoming.url !== '/') {
      return forward(incoming, outgoing, { port: api.port });
    }
    outgoing.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end();
  });
  await page.goto(way.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  answer = { status: 500 };
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('Connected.');
  answer = { status: 302, location: api.url };
  await page.goto(way.url);
  expect(new URL(page.url()).origin).toBe(api.url);
  await page.close();
  await way.close();
});

test('a day that is not known is not told', async ({ api, page }) => {
  await page.goto(api.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await api.kill();
  // In two years a device's clock may go wrong by nine hours.
  await bendDeviceClock(page, 2 * 365 * 24 * HOUR_MS);
  await page.goto(`${api.url}/?until=2099-01-01T00:00:00Z`);
  await expect(page.locator('.bound')).toHaveText(/±\s8\.8\sh/);
  await expect(page.locator('.when')).toBeHidden();
  await expect(page.locator('time')).not.toHaveAttribute('datetime');
  await expect(page.getByRole('timer')).toHaveText('––:––:––');
});

test('without a network and a memory it says that it knows nothing', async ({ api, page }) => {
  await page.goto(api.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await api.kill();
  await page.evaluate(() => localStorage.clear());
  await page.goto(api.url);
  await expect(page.getByRole('status')).toHaveText('The server gives no time. Trying again.');
  await expect(page.locator('.digits')).toHaveText('––––––');
});
