import { type Era, type Rule, weekdayOf } from './parse-tzdata.ts';
import type { LocalType } from './zone-history.ts';

const DAY_SECONDS = 86_400;
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A rule that recurs each year, and the local time that it brings. */
export interface Recurring {
  readonly rule: Rule;
  readonly type: LocalType;
}

/**
 * The value of the variable TZ for clocks that change twice a year by the same two rules, as
 * `CET-1CEST,M3.5.0,M10.5.0/3`; null where there is none. Format: POSIX.1-2024 §8.3 and RFC 9636
 * §3.3.1; the steps are those of zic.c (`stringzone`) in the tz code.
 */
export function posixTzOfRules(era: Era, recurring: readonly Recurring[]): string | null {
  const [a, b] = recurring;
  if (recurring.length !== 2 || a === undefined || b === undefined) return null;
  // The one with less DST is standard time; with negative DST, as in Ireland, that is the winter's.
  const [less, more] = a.rule.saveSeconds < b.rule.saveSeconds ? [a, b] : [b, a];
  const isNegative = less.rule.saveSeconds < 0;
  const [standard, daylight] = isNegative ? [more, less] : [less, more];
  if (standard.rule.saveSeconds !== 0) return null;
  const offset = era.standardOffsetSeconds;
  const starts = moment(daylight.rule, offset, 0);
  const ends = moment(standard.rule, offset, daylight.rule.saveSeconds);
  if (starts === null || ends === null) return null;
  const daylightOffset = offset + daylight.rule.saveSeconds;
  const isUsual = daylight.rule.saveSeconds === 3600;
  const name = quoted(daylight.type.abbreviation) + (isUsual ? '' : negated(daylightOffset));
  return `${posixTzOfFixed(standard.type.abbreviation, offset)}${name},${starts},${ends}`;
}

/** The same for clocks that never change, as `JST-9`. */
export function posixTzOfFixed(abbreviation: string, offsetSeconds: number): string {
  return `${quoted(abbreviation)}${negated(offsetSeconds)}`;
}

/** Names with other characters than letters stand in angle brackets. */
function quoted(abbreviation: string): string {
  return /^[a-z]+$/i.test(abbreviation) ? abbreviation : `<${abbreviation}>`;
}

/** POSIX counts west of Greenwich as positive. */
function negated(offsetSeconds: number): string {
  return offsetSeconds === 0 ? '0' : timeText(-offsetSeconds);
}

/** Hours, and minutes and seconds where there are any. */
function timeText(seconds: number): string {
  const total = Math.abs(seconds);
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  while (parts.length > 1 && parts.at(-1) === 0) parts.pop();
  const [hours, ...rest] = parts;
  const sign = seconds < 0 ? '-' : '';
  return `${sign}${[hours, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')}`;
}

/** The day and the wall time before the change, at which a rule sets in. */
function moment(rule: Rule, standardOffset: number, saveBefore: number): string | null {
  const { seconds, clock } = rule.time;
  const save = clock === 'wall' ? 0 : saveBefore;
  const wallSeconds = seconds + save + (clock === 'universal' ? standardOffset : 0);
  const found = dayText(rule);
  if (found === null) return null;
  const atSeconds = wallSeconds + found.laterDays * DAY_SECONDS;
  // The default of POSIX is 2 in the morning; more than a week is beyond its format.
  if (Math.abs(atSeconds) > 167 * 3600) return null;
  return atSeconds === 2 * 3600 ? found.text : `${found.text}/${timeText(atSeconds)}`;
}

/** A day as POSIX writes it, and how many days later the rule's day is. */
function dayText({ month, day }: Rule): { text: string; laterDays: number } | null {
  const days = MONTH_DAYS[month] ?? 0;
  if (/^\d+$/.test(day)) {
    const ofYear = (DAYS_BEFORE[month] ?? 0) + Number(day);
    if (month === 1 && day === '29') return null;
    return { text: month <= 1 ? String(ofYear - 1) : `J${ofYear}`, laterDays: 0 };
  }
  if (day.startsWith('last')) {
    return { text: `M${month + 1}.5.${weekdayOf(day.slice(4))}`, laterDays: 0 };
  }
  const [name = '', number = ''] = day.split(/[<>]=/);
  const date = Number(number);
  const weekday = weekdayOf(name);
  if (day.includes('>')) {
    const laterDays = (date - 1) % 7;
    return week(month, 1 + Math.floor((date - 1) / 7), weekday - laterDays, laterDays);
  }
  if (date === days) return { text: `M${month + 1}.5.${weekday}`, laterDays: 0 };
  const laterDays = date % 7;
  return week(month, Math.floor(date / 7), weekday - laterDays, laterDays);
}

function week(month: number, number: number, weekday: number, laterDays: number) {
  return { text: `M${month + 1}.${number}.${(weekday + 7) % 7}`, laterDays };
}
