import type { Browser, CDPSession } from '@playwright/test';
import { watchShifts } from '../../test/browser/watch-shifts.ts';
import { median } from '../http/median.ts';
import type { Measure } from './budgets.ts';
import { EVERYTHING } from './everything.ts';

const SETTLING_MS = 10_000;
const WINDOW_MS = 10_000;
const WINDOWS = 5;

/** What a page that is left open costs, and whether it holds still. */
export async function measureSteadyState(browser: Browser, url: string): Promise<Measure[]> {
  const page = await browser.newPage({ viewport: EVERYTHING.viewport });
  const readShift = await watchShifts(page);
  await page.goto(url + EVERYTHING.path, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLING_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const shares: { wall: number; cpu: number }[] = [];
  for (let window = 0; window < WINDOWS; window += 1) {
    const before = await readTaskTime(session);
    await page.waitForTimeout(WINDOW_MS);
    const after = await readTaskTime(session);
    const seconds = after.atSeconds - before.atSeconds;
    shares.push({
      wall: ((after.taskSeconds - before.taskSeconds) / seconds) * 100,
      cpu: ((after.threadSeconds - before.threadSeconds) / seconds) * 100,
    });
  }
  const shift = await readShift();
  await page.close();
  const task = median(shares.map(({ wall }) => wall));
  const cpu = median(shares.map(({ cpu }) => cpu));
  return [
    // The wall time of tasks counts what other processes took of the core meanwhile as well.
    { name: 'Main thread, task time', value: task, limit: 2, unit: '%' },
    { name: 'Main thread, processor time', value: cpu, limit: 2, unit: '%' },
    { name: 'Layout shift, a desk', value: shift, limit: 0, unit: '' },
  ];
}

/** The page's clock, and the wall and processor time of its main thread so far. All in s. */
export async function readTaskTime(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string) =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    atSeconds: read('Timestamp'),
    taskSeconds: read('TaskDuration'),
    threadSeconds: read('ThreadTime'),
  };
}
