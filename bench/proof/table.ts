import type { Outcome } from './run-profiles.ts';
import { type BreakTally, type Errors, median, quantile } from './tally.ts';
import { canKnowUtc, pooled, surelyNoticed } from './verdict.ts';

const ERROR_COLUMNS = [
  'profile',
  'exchanges',
  'escapes',
  'bound: median',
  'p99',
  'error against UTC',
  'timesync',
  'error against the host clock',
  'timesync',
];

const BREAK_COLUMNS = [
  'profile',
  'breaks',
  'must be noticed',
  'of those noticed',
  'noticed in all',
  'after exchanges: median',
  'most',
  'did harm',
  'did harm and never noticed',
  'UTC unknown',
  'UTC false',
];

/** Bounds and median errors in ms as a markdown table: a line for each profile, and one for all. */
export function errorTable(outcomes: readonly Outcome[]): string {
  return toMarkdown([ERROR_COLUMNS, ...outcomes.map(errorCells), allCells(outcomes)]);
}

/** The outcomes of the breaks as a markdown table: a line for each profile with breaks. */
export function breakTable(outcomes: readonly Outcome[]): string {
  const broken = outcomes.filter(({ tally }) => tally.breaks.length > 0);
  return toMarkdown([BREAK_COLUMNS, ...broken.map(breakCells)]);
}

function toMarkdown([header = [], ...rows]: readonly (readonly string[])[]): string {
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function errorCells({ profile, tally }: Outcome): readonly string[] {
  return [
    profile.name,
    count(tally.exchanges),
    count(tally.escapes),
    milliseconds(median(tally.utcBoundsMs)),
    milliseconds(quantile(tally.utcBoundsMs, 0.99)),
    ...medians(tally.utcErrorsMs),
    ...medians(tally.hostErrorsMs),
  ];
}

function allCells(outcomes: readonly Outcome[]): readonly string[] {
  const tallies = outcomes.map(({ tally }) => tally);
  const bounds = tallies.flatMap(({ utcBoundsMs }) => utcBoundsMs);
  const utc = outcomes.filter(canKnowUtc).map(({ tally }) => tally.utcErrorsMs);
  return [
    'all',
    count(tallies.reduce((sum, { exchanges }) => sum + exchanges, 0)),
    count(tallies.reduce((sum, { escapes }) => sum + escapes, 0)),
    milliseconds(median(bounds)),
    milliseconds(quantile(bounds, 0.99)),
    ...medians(pooled(utc)),
    ...medians(pooled(tallies.map(({ hostErrorsMs }) => hostErrorsMs))),
  ];
}

function breakCells(outcome: Outcome): readonly string[] {
  const { profile, tally } = outcome;
  const sure = surelyNoticed(outcome);
  const after = tally.breaks.flatMap(({ noticedAfter }) => noticedAfter ?? []);
  const looks = tally.utcBoundsMs.length + tally.silent;
  const harmful = tally.breaks.filter(({ harmed }) => harmed);
  return [
    profile.name,
    count(tally.breaks.length),
    count(sure.length),
    count(sure.filter(isNoticed).length),
    count(after.length),
    ...(after.length === 0 ? ['', ''] : [median(after), Math.max(...after)].map(count)),
    count(harmful.length),
    count(harmful.filter((one) => !isNoticed(one)).length),
    ...[tally.silent, tally.wrong].map((part) => percent(part / looks)),
  ];
}

function isNoticed({ noticedAfter }: BreakTally): boolean {
  return noticedAfter !== null;
}

function medians({ ours, peer }: Errors): readonly string[] {
  return [milliseconds(median(ours)), milliseconds(median(peer))];
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Three significant digits, at most to the µs. */
function milliseconds(ms: number): string {
  const decimals = ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3;
  return ms.toFixed(decimals);
}
