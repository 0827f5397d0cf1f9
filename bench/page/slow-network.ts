import type { Browser } from '@playwright/test';
import { median } from '../http/median.ts';
import type { Measure } from './budgets.ts';

/** Slow 3G on a processor that is four times as slow, as Chromium's own tools imitate them. */
const LATENCY_MS = 400;
const BYTES_PER_SECOND = 50_000;
const CPU_SLOWDOWN = 4;
const VISITS = 5;
const MOST_MS = 2_500;

interface Visit {
  readonly firstPaintMs: number;
  /** When the words were in the document: before the first paint, they are in it. */
  readonly wordsMs: number;
  readonly readingMs: number;
}

/** When a new visitor on a slow network sees the first words and the first reading. */
export async function measureSlowNetwork(browser: Browser, url: string): Promise<Measure[]> {
  const visits: Visit[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await visitSlowly(browser, url));
  const late = visits.map(({ firstPaintMs, wordsMs }) => Math.max(0, wordsMs - firstPaintMs));
  const unit = 'ms';
  const slow = `slow 3G, median of ${VISITS}`;
  return [
    { name: 'Words after the first paint, at most', value: Math.max(...late), limit: 0, unit },
    {
      name: `First paint, ${slow}`,
      value: median(visits.map(({ firstPaintMs }) => firstPaintMs)),
      limit: MOST_MS,
      unit,
    },
    {
      name: `First reading, ${slow}`,
      value: median(visits.map(({ readingMs }) => readingMs)),
      limit: MOST_MS,
      unit,
    },
  ];
}

/** Visits the page with nothing stored. Times are since the navigation began. */
async function visitSlowly(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(() => {
    const seen = { wordsMs: Number.NaN, readingMs: Number.NaN };
    Object.assign(globalThis, { seen });
    const look = () => {
      const words = document.querySelector('.words')?.textContent ?? '';
      if (words !== '' && Number.isNaN(seen.wordsMs)) seen.wordsMs = performance.now();
      if (!document.querySelector('time')?.hasAttribute('datetime')) return;
      observer.disconnect();
      // The frame that shows it.
      requestAnimationFrame(() => setTimeout(() => (seen.readingMs = performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { attributes: true, childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: 'commit' });
  const isRead = () => !Number.isNaN((globalThis as unknown as { seen: Visit }).seen.readingMs);
  await page.waitForFunction(isRead);
  const visit = await page.evaluate(() => {
    const paints = performance.getEntriesByName('first-contentful-paint');
    const { seen } = globalThis as unknown as { seen: Visit };
    return { ...seen, firstPaintMs: paints[0]?.startTime ?? Number.NaN };
  });
  await context.close();
  return visit;
}
