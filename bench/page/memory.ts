/// <reference lib="dom" />
import type { Browser, CDPSession } from '@playwright/test';
import type { Measure } from './budgets.ts';

/** The page's time runs this much faster than the machine's. */
const SPEED = 40;
const MINUTE_MS = 60_000 / SPEED;
const FIRST_MINUTES = 5;
const ALL_MINUTES = 30;
/**
 * The heap of one page that is left alone differs by 300 kB from one collection to the next. Keeping
 * each exchange's samples would take 4 MB in this time.
 */
const MOST_GROWTH_KB = 500;

/** How much memory a page takes on in 25 simulated minutes. */
export async function measureMemory(browser: Browser, url: string): Promise<Measure[]> {
  const page = await browser.newPage();
  await page.addInitScript(hastenTime, SPEED);
  await page.goto(`${url}/?zones=Asia/Tokyo&until=2099-12-31T23:59:59Z`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.waitForTimeout(FIRST_MINUTES * MINUTE_MS);
  const before = await readMemory(session);
  await page.waitForTimeout((ALL_MINUTES - FIRST_MINUTES) * MINUTE_MS);
  const after = await readMemory(session);
  const exchanges = await page.evaluate(() => (globalThis as unknown as Hastened).exchanges);
  await page.close();
  const grown = after.heapKb - before.heapKb;
  return [
    {
      name: 'Exchanges in 30 simulated minutes',
      value: exchanges,
      limit: 100,
      atLeast: true,
      unit: '',
    },
    { name: 'Memory taken on in 25 of them', value: grown, limit: MOST_GROWTH_KB, unit: 'kB' },
    { name: 'Nodes taken on', value: after.nodes - before.nodes, limit: 200, unit: '' },
    { name: 'Listeners taken on', value: after.listeners - before.listeners, limit: 5, unit: '' },
  ];
}

interface Hastened {
  readonly exchanges: number;
}

/** Runs in the page, before it: clocks and timers hasten, and a server that hastens too answers. */
function hastenTime(speed: number): void {
  const realNow = performance.now.bind(performance);
  const startMs = Date.now();
  const sinceStart = realNow();
  const now = () => sinceStart + (realNow() - sinceStart) * speed;
  const wall = () => Math.floor(startMs + now() - sinceStart);
  performance.now = now;
  globalThis.Date = new Proxy(Date, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [wall()] : values, newTarget),
    get: (target, key) => (key === 'now' ? wall : Reflect.get(target, key)),
  });
  const realTimeout = globalThis.setTimeout;
  globalThis.setTimeout = ((callback: () => void, delayMs = 0) =>
    realTimeout(callback, delayMs / speed)) as typeof setTimeout;
  Object.assign(globalThis, { exchanges: 0, EventSource: class extends EventTarget {} });
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, options) => {
    const address = new URL(String(input), location.href);
    if (address.pathname !== '/api/v1/sync') return realFetch(input, options);
    (globalThis as unknown as { exchanges: number }).exchanges += 1;
    const ns = `${BigInt(Math.floor(startMs + now() - sinceStart)) * 1_000_000n}`;
    return Response.json({
      nonce: address.searchParams.get('nonce'),
      receivedNs: ns,
      sentNs: ns,
      stepNs: '1000000',
      utcMinusHost: null,
      clock: { status: 'unknown', reason: 'simulated', source: 'none', id: 'a', baseNs: '0' },
    });
  };
}

async function readMemory(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string) =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapKb: read('JSHeapUsedSize') / 1_000,
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
  };
}
