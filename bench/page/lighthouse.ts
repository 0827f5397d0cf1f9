import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Measure } from './budgets.ts';

const LEAST_SCORE = 99;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const ROOM_FOR_REPORT = 64 * 1024 * 1024;

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly title: string; readonly score: number | null }>
  >;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/** Lighthouse's scores of a page, by its mobile profile. */
export async function measureLighthouse(url: string, chromium: string): Promise<Measure[]> {
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const { stdout } = await promisify(execFile)(
    'lighthouse',
    [url, '--output=json', '--quiet', `--chrome-flags=${flags.join(' ')}`],
    { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: ROOM_FOR_REPORT },
  );
  const { categories, audits } = JSON.parse(stdout) as Report;
  const scores = CATEGORIES.map((key) => ({
    name: `Lighthouse, ${categories[key]?.title.toLowerCase()}`,
    value: Math.round((categories[key]?.score ?? Number.NaN) * 100),
    limit: LEAST_SCORE,
    atLeast: true,
    unit: '',
  }));
  const shift = audits['cumulative-layout-shift']?.numericValue ?? Number.NaN;
  return [...scores, { name: 'Layout shift, a phone', value: shift, limit: 0, unit: '' }];
}
