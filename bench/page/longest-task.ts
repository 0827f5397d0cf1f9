import type { Browser } from '@playwright/test';
import type { Measure } from './budgets.ts';
import { EVERYTHING } from './everything.ts';

const LOADS = 3;
const WATCHED_MS = 10_000;
const MOST_MS = 50;
/** Chromium's trace: the tasks of each thread, and the page's load. */
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** An event of a trace, as far as it is read here. Times are in µs. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Missing while the trace ended before the task did. */
  readonly dur?: number;
  /** Of `dur`, what the thread itself had of a processor; missing where nobody measured it. */
  readonly tdur?: number;
}

/**
 * The longest task of the main thread after the page's load. The wall time of a task counts what
 * other processes took of the core meanwhile as well, so the processor's time is what is held.
 */
export async function measureLongestTask(browser: Browser, url: string): Promise<Measure[]> {
  const tasks: TraceEvent[] = [];
  for (let load = 0; load < LOADS; load += 1) tasks.push(...(await traceTasks(browser, url)));
  const long = tasks.filter(({ dur = 0 }) => dur / 1_000 > MOST_MS);
  console.log(`      Tasks over ${MOST_MS} ms of wall time after ${LOADS} loads: ${long.length}`);
  return [
    {
      name: `Longest task after ${LOADS} loads, processor time`,
      value: Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur)) / 1_000,
      limit: MOST_MS,
      unit: 'ms',
    },
  ];
}

/** The main thread's tasks from the page's load on. */
async function traceTasks(browser: Browser, url: string): Promise<readonly TraceEvent[]> {
  const page = await browser.newPage({ viewport: EVERYTHING.viewport });
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.goto(url + EVERYTHING.path, { waitUntil: 'load' });
  await page.waitForTimeout(WATCHED_MS);
  const trace = JSON.parse(String(await browser.stopTracing()));
  await page.close();
  const events: readonly TraceEvent[] = trace.traceEvents;
  const loaded = events.findLast(({ name }) => name === 'loadEventEnd');
  if (loaded === undefined) throw new Error('The trace has no end of the page’s load.');
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === 'RunTask' && pid === loaded.pid && tid === loaded.tid && ts > loaded.ts,
  );
  if (tasks.length === 0) throw new Error('The trace has no task after the page’s load.');
  return tasks;
}
