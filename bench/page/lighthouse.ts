import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../http/median.ts';
import type { Measure } from './budgets.ts';

const LEAST_SCORE = 99;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];

interface Category {
  readonly title: string;
  readonly score: number | null;
}

interface Report {
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
  /** Why Lighthouse broke the run off: on a busy machine it loses the trace of the page now and then. */
  readonly runtimeError?: { readonly code: string };
}

/** A run's score of performance hangs on what else the machine does: the middle of several is told. */
const RUNS = 5;
const MOST_BROKEN = 3;

/** Lighthouse's scores of a page, by its mobile profile: the median of five runs. */
export async function measureLighthouse(url: string, chromium: string): Promise<Measure[]> {
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run += 1) reports.push(await runLighthouse(url, chromium));
  const scores = CATEGORIES.map((key) => ({
    name: `Lighthouse, ${reports[0]?.categories[key]?.title.toLowerCase()}, median of ${RUNS}`,
    value: median(reports.map(({ categories }) => scoreOf(categories[key]))),
    limit: LEAST_SCORE,
    atLeast: true,
    unit: '',
  }));
  const shifts = reports.map(
    ({ audits }) => audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
  );
  return [
    ...scores,
    { name: 'Layout shift, a phone, at most', value: Math.max(...shifts), limit: 0, unit: '' },
  ];
}

async function runLighthouse(url: string, chromium: string): Promise<Report> {
  for (let broken = 0; broken < MOST_BROKEN; broken += 1) {
    const report = await tryLighthouse(url, chromium);
    if (report.runtimeError !== undefined) {
      console.log(`      Lighthouse broke off, and runs again: ${report.runtimeError.code}`);
      continue;
    }
    // What each run found, beside the median: a score alone doesn't say what to mend.
    const found = METRICS.map(
      (key) => `${key} ${Math.round(report.audits[key]?.numericValue ?? Number.NaN)} ms`,
    );
    console.log(`      Lighthouse ${scoreOf(report.categories.performance)}: ${found.join(', ')}`);
    return report;
  }
  throw new Error(`Lighthouse broke off ${MOST_BROKEN} times in a row.`);
}

async function tryLighthouse(url: string, chromium: string): Promise<Report> {
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  // Into a file: it may end before a pipe has taken all of its report.
  const file = join(folder, 'report.json');
  const options = ['--output=json', `--output-path=${file}`, `--chrome-flags=${flags.join(' ')}`];
  const run = promisify(execFile)('lighthouse', [url, ...options, '--quiet'], {
    env: { ...process.env, CHROME_PATH: chromium },
  });
  try {
    // A run that it breaks off ends with 1, and its report says why.
    await run.catch((failure: { readonly code: unknown }) => {
      if (failure.code !== 1 || !existsSync(file)) throw failure;
    });
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A missing score is none. */
function scoreOf(category: Category | undefined): number {
  return Math.round((category?.score ?? Number.NaN) * 100);
}
