import { offsetInFigures } from '../offset-text.ts';
import { type Era, type Rule, type Tzdata, weekdayOf, type YearlyMoment } from './parse-tzdata.ts';

/** The local time of a zone. */
export interface LocalType {
  readonly offsetSeconds: number;
  /** The part of the offset that is DST; negative where winter is the exception. */
  readonly saveSeconds: number;
  readonly abbreviation: string;
}

export interface HistoryEntry extends LocalType {
  /** Since 1970; null from the beginning. */
  readonly fromSeconds: number | null;
}

const FIRST_YEAR = 1850;
/** As far as zic goes: from then on every rule recurs each year, but for a few with dates of their own. */
export const LAST_YEAR = 2037;

/** The last year that the history of a zone has: 2037, or that of the last dated rule after it. */
export function lastYearOf(eras: readonly Era[], rules: Tzdata['rules']): number {
  const name = eras.at(-1)?.rules ?? 0;
  const dated = (typeof name === 'string' ? (rules.get(name) ?? []) : [])
    .map(({ toYear }) => toYear)
    .filter(Number.isFinite);
  return Math.max(LAST_YEAR, ...dated);
}

/** The start of an era, before its own rules apply. */
interface Start {
  readonly seconds: number;
}

/**
 * Each local time type of a zone, with its first instant, up to `lastYearOf`. The steps, and the guesses at
 * the start of an era, are those of zic.c (`outzone`) in the tz code.
 */
export function zoneHistory(eras: readonly Era[], rules: Tzdata['rules']): HistoryEntry[] {
  const history: HistoryEntry[] = [];
  let start: Start | null = null;
  const lastYear = lastYearOf(eras, rules);
  for (const era of eras) {
    const saveSeconds = appendEra(history, { era, start, rules, lastYear });
    if (era.until === null) break;
    start = { seconds: toUtc(era.until, era.until.year, { era, saveSeconds }) };
  }
  const [first] = history;
  if (first !== undefined) history[0] = { ...first, fromSeconds: null };
  return mergeChanges(history);
}

/**
 * Drops entries that change nothing, and entries that a later change overtakes: an era that starts
 * with a change of its rules would otherwise show an hour of the type in between.
 */
function mergeChanges(history: readonly HistoryEntry[]): HistoryEntry[] {
  const merged: HistoryEntry[] = [];
  for (const entry of history) {
    const last = merged.at(-1);
    const localSeconds = (entry.fromSeconds ?? 0) + (last?.offsetSeconds ?? 0);
    if (last !== undefined && localSeconds <= localStartSeconds(last, merged.at(-2))) {
      merged.pop();
      if (!isSameType(entry, merged.at(-1)))
        merged.push({ ...entry, fromSeconds: last.fromSeconds });
    } else if (!isSameType(entry, last)) {
      merged.push(entry);
    }
  }
  return merged;
}

/** The wall time at which the entry came into force. */
function localStartSeconds({ fromSeconds }: HistoryEntry, before: LocalType | undefined) {
  if (fromSeconds === null) return Number.NEGATIVE_INFINITY;
  return fromSeconds + (before?.offsetSeconds ?? 0);
}

interface EraContext {
  readonly era: Era;
  readonly start: Start | null;
  readonly rules: Tzdata['rules'];
  readonly lastYear: number;
}

/** Appends an era to the history, and returns the DST in force at its end. */
function appendEra(history: HistoryEntry[], { era, start, rules, ...context }: EraContext): number {
  const fromSeconds = start?.seconds ?? null;
  if (typeof era.rules === 'number') {
    history.push({ fromSeconds, ...typeOf(era, era.rules, '') });
    return era.rules;
  }
  const found = rules.get(era.rules) ?? [];
  const { changes, atStart, saveSeconds } = applyRules(
    era,
    found,
    fromSeconds,
    era.until?.year ?? context.lastYear,
  );
  if (atStart !== null) history.push({ fromSeconds, ...atStart });
  history.push(...changes);
  return saveSeconds;
}

/** Applies an era's rules in the order of their instants, which depends on the DST before each. */
function applyRules(
  era: Era,
  rules: readonly Rule[],
  startSeconds: number | null,
  lastYear: number,
) {
  const changes: HistoryEntry[] = [];
  let saveSeconds = 0;
  let atStart: LocalType | null = null;
  let needsStart = true;
  for (let year = FIRST_YEAR; year <= lastYear; year++) {
    const pending = new Set(rules.filter((rule) => rule.fromYear <= year && year <= rule.toYear));
    while (pending.size > 0) {
      const { rule, atSeconds } = earliest(pending, year, { era, saveSeconds });
      pending.delete(rule);
      const endSeconds = era.until && toUtc(era.until, era.until.year, { era, saveSeconds });
      if (endSeconds !== null && atSeconds >= endSeconds) {
        atStart ??= typeIfStandard(era, rule);
        break;
      }
      saveSeconds = rule.saveSeconds;
      const type = typeOf(era, rule.saveSeconds, rule.letters);
      if (startSeconds !== null && atSeconds < startSeconds) {
        atStart = type;
        continue;
      }
      if (atSeconds === startSeconds) needsStart = false;
      if (needsStart) atStart ??= typeIfStandard(era, rule);
      changes.push({ fromSeconds: atSeconds, ...type });
    }
  }
  // No rule came before: standard time, with the letters of its first use.
  atStart ??= typeOf(era, 0, firstStandardLetters(rules));
  return { changes, atStart: needsStart ? atStart : null, saveSeconds };
}

function typeIfStandard(era: Era, rule: Rule): LocalType | null {
  return rule.saveSeconds === 0 ? typeOf(era, 0, rule.letters) : null;
}

function firstStandardLetters(rules: readonly Rule[]): string {
  return rules.find((rule) => rule.saveSeconds === 0)?.letters ?? '';
}

interface Offsets {
  readonly era: Era;
  readonly saveSeconds: number;
}

function earliest(pending: ReadonlySet<Rule>, year: number, offsets: Offsets) {
  const dated = [...pending].map((rule) => ({ rule, atSeconds: toUtc(rule, year, offsets) }));
  return dated.reduce((first, next) => (next.atSeconds < first.atSeconds ? next : first));
}

/** A time of a year in seconds since 1970; its clock selects the offsets to subtract. */
export function toUtc(moment: YearlyMoment, year: number, { era, saveSeconds }: Offsets): number {
  const { seconds, clock } = moment.time;
  const local = dayOf(moment, year) / 1000 + seconds;
  if (clock === 'universal') return local;
  return local - era.standardOffsetSeconds - (clock === 'wall' ? saveSeconds : 0);
}

const DAY_MS = 86_400_000;

/** Midnight, in ms since 1970, of a day such as `5`, `lastSu`, `Su>=8` or `Sa<=25`. */
function dayOf({ month, day }: YearlyMoment, year: number): number {
  if (/^\d+$/.test(day)) return Date.UTC(year, month, Number(day));
  if (day.startsWith('last')) return onWeekday(Date.UTC(year, month + 1, 0), day.slice(4), -1);
  const [weekday = '', number = ''] = day.split(/[<>]=/);
  return onWeekday(Date.UTC(year, month, Number(number)), weekday, day.includes('<') ? -1 : 1);
}

function onWeekday(fromMs: number, name: string, direction: 1 | -1): number {
  const days = (7 + direction * (weekdayOf(name) - new Date(fromMs).getUTCDay())) % 7;
  return fromMs + direction * days * DAY_MS;
}

/** The local time that a rule brings. */
export function localTypeOf(
  era: Era,
  { saveSeconds, letters }: Pick<Rule, 'saveSeconds' | 'letters'>,
): LocalType {
  return typeOf(era, saveSeconds, letters);
}

/** `CE%sT` takes the rule's letters, `IST/GMT` chooses by DST, `%z` is the offset in figures. */
function typeOf(era: Era, saveSeconds: number, letters: string): LocalType {
  const offsetSeconds = era.standardOffsetSeconds + saveSeconds;
  const [standard = '', daylight = standard] = era.format.split('/');
  const format = saveSeconds === 0 ? standard : daylight;
  const abbreviation = format
    .replace('%s', letters)
    .replace('%z', () => offsetInFigures(offsetSeconds));
  return { offsetSeconds, saveSeconds, abbreviation };
}

/** Whether clocks and their names are the same. */
export function isSameType(a: LocalType, b: LocalType | undefined): boolean {
  return (
    a.offsetSeconds === b?.offsetSeconds &&
    a.saveSeconds === b.saveSeconds &&
    a.abbreviation === b.abbreviation
  );
}
