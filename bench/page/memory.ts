import type { Browser, CDPSession } from '@playwright/test';
import { simulateWorld } from '../../test/browser/simulated-world.ts';
import type { Measure } from './budgets.ts';
import { EVERYTHING } from './everything.ts';

const MINUTE_MS = 60_000;
/** Until then the page keeps more samples with each exchange, and the browser compiles its code. */
const FIRST_MINUTES = 60;
const MINUTES = 30;
/** Keeping the samples of each exchange takes 360 kB in this time. */
const MOST_GROWTH_KB = 100;

/** How much memory a page takes on in 30 simulated minutes, an hour after it was opened. */
export async function measureMemory(browser: Browser, url: string): Promise<Measure[]> {
  const page = await browser.newPage();
  const world = await simulateWorld(page);
  await world.open(url + EVERYTHING.path);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await world.run(FIRST_MINUTES * MINUTE_MS);
  const before = await readMemory(session);
  const earlier = await world.countExchanges();
  await world.run(MINUTES * MINUTE_MS);
  const after = await readMemory(session);
  const exchanges = (await world.countExchanges()) - earlier;
  await page.close();
  const grown = after.heapKb - before.heapKb;
  return [
    {
      name: `Exchanges in ${MINUTES} simulated minutes`,
      value: exchanges,
      limit: 400,
      atLeast: true,
      unit: '',
    },
    { name: 'Memory taken on in them', value: grown, limit: MOST_GROWTH_KB, unit: 'kB' },
    { name: 'Nodes taken on', value: after.nodes - before.nodes, limit: 200, unit: '' },
    { name: 'Listeners taken on', value: after.listeners - before.listeners, limit: 5, unit: '' },
  ];
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
