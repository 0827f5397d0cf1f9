/** The time of day of a rule, and its clock. */
interface TimeOfDay {
  readonly seconds: number;
  /** wall: with DST; standard: without; universal: UTC. */
  readonly clock: 'wall' | 'standard' | 'universal';
}

/** A time of a year, as the tz database writes it: `Mar lastSun 1:00u`. */
export interface YearlyMoment {
  readonly month: number;
  readonly day: string;
  readonly time: TimeOfDay;
}

export interface Rule extends YearlyMoment {
  readonly fromYear: number;
  readonly toYear: number;
  readonly saveSeconds: number;
  readonly letters: string;
}

/** One line of a zone: its local time until some instant. */
export interface Era {
  readonly standardOffsetSeconds: number;
  /** The name of its rules, or the fixed amount of DST. */
  readonly rules: string | number;
  readonly format: string;
  readonly until: (YearlyMoment & { readonly year: number }) | null;
}

/** The tz database's source. */
export interface Tzdata {
  readonly version: string;
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  readonly zones: ReadonlyMap<string, readonly Era[]>;
  /** From each link to its target. */
  readonly links: ReadonlyMap<string, string>;
}

/** A text that is not the source of the tz database. The message ends the sentence "The file …". */
export class TzdataError extends Error {
  readonly code = 'bad-tzdata';
}

/**
 * The release that a `tzdata.zi` names in its first line, such as 2026f.
 * @throws TzdataError
 */
export function tzdataVersion(text: string): string {
  const version = /^# version (20\d\d[a-z]{1,2})(?:-\S*)?\s/.exec(text)?.[1];
  if (version === undefined) throw new TzdataError('does not begin with "# version 20…"');
  return version;
}

/**
 * Reads `tzdata.zi`, the tz database's source in one file; zic(8) describes its lines.
 * @throws TzdataError with the number of the first line that is not one of them.
 */
export function parseTzdata(text: string): Tzdata {
  const version = tzdataVersion(text);
  const rules = new Map<string, Rule[]>();
  const zones = new Map<string, Era[]>();
  const links = new Map<string, string>();
  let eras: Era[] = [];
  const read = (line: string) => {
    const [kind = '', name = '', ...rest] = line.split(' ');
    if (kind === 'R') append(rules, name, readRule(rest));
    else if (kind === 'L') links.set(known(rest[0]), known(name));
    else if (kind === 'Z') {
      eras = [readEra(rest)];
      zones.set(known(name), eras);
    } else eras.push(readEra([kind, name, ...rest]));
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    try {
      read(line);
    } catch (error) {
      if (!(error instanceof TzdataError)) throw error;
      throw new TzdataError(
        `has no line of the tz database in line ${index + 1}: ${error.message}`,
      );
    }
  }
  refuseGaps({ version, rules, zones, links });
  return { version, rules, zones, links };
}

/** Rules that are named and missing, and links that lead nowhere. */
function refuseGaps({ rules, zones, links }: Tzdata): void {
  for (const [id, eras] of zones) {
    const { until, rules: name } = eras.at(-1) ?? {};
    if (until !== null) throw new TzdataError(`ends within the zone ${id}`);
    for (const era of eras) {
      if (typeof era.rules === 'string' && !rules.has(era.rules)) {
        throw new TzdataError(`lacks the rules ${name} of the zone ${id}`);
      }
    }
  }
  for (const id of links.keys()) {
    let target: string | undefined = id;
    for (let steps = 0; target !== undefined && !zones.has(target); steps += 1) {
      target = steps > MOST_LINKS ? undefined : links.get(target);
    }
    if (target === undefined) throw new TzdataError(`has a link that leads to no zone: ${id}`);
  }
}

/** Links may lead to links; more than this is a circle. */
const MOST_LINKS = 5;

function known(text: string | undefined): string {
  if (text === undefined || text === '') throw new TzdataError('a field is missing');
  return text;
}

function checked(value: number, text: string): number {
  if (Number.isNaN(value)) throw new TzdataError(`${JSON.stringify(text)} is no number`);
  return value;
}

function append(rules: Map<string, Rule[]>, name: string, rule: Rule): void {
  const known = rules.get(name);
  if (known === undefined) rules.set(name, [rule]);
  else known.push(rule);
}

function readRule(fields: readonly string[]): Rule {
  const [from = '', to = '', , month = '', day = '', time = '', save = '', letters = ''] = fields;
  const fromYear = checked(Number(from || 'none'), from);
  return {
    fromYear,
    toYear: readLastYear(to, fromYear),
    ...readMoment(month, day, time),
    saveSeconds: readDuration(save),
    letters: letters === '-' ? '' : letters,
  };
}

function readLastYear(text: string, fromYear: number): number {
  if (text.startsWith('o')) return fromYear;
  return text.startsWith('ma') ? Number.POSITIVE_INFINITY : checked(Number(text || 'none'), text);
}

function readEra(fields: readonly string[]): Era {
  const [offset = '', rules = '', format = '', year, month = 'Jan', day = '1', time = '0'] = fields;
  const isFixed = /^-?\d/.test(rules);
  return {
    standardOffsetSeconds: readDuration(offset),
    rules: isFixed || rules === '-' ? readDuration(rules) : rules,
    format,
    until:
      year === undefined
        ? null
        : { year: checked(Number(year), year), ...readMoment(month, day, time) },
  };
}

function readMoment(month: string, day: string, time: string): YearlyMoment {
  if (!DAY.test(day)) throw new TzdataError(`${JSON.stringify(day)} is no day`);
  return { month: readMonth(month), day, time: readTime(time) };
}

const MONTHS =
  'january february march april may june july august september october november december';

/** Names may be cut as long as they are unique; a month counts from 0. */
function readMonth(text: string): number {
  const month = MONTHS.split(' ').findIndex((name) => name.startsWith(text.toLowerCase()));
  if (text === '' || month < 0) throw new TzdataError(`${JSON.stringify(text)} is no month`);
  return month;
}

/** As far as names must be written. */
const WEEKDAYS = ['su', 'm', 'tu', 'w', 'th', 'f', 'sa'];

/** The number of a weekday, from 0 for Sunday. */
export function weekdayOf(name: string): number {
  return WEEKDAYS.findIndex((prefix) => name.toLowerCase().startsWith(prefix));
}

const WEEKDAY = `(${WEEKDAYS.join('|')})[a-z]*`;
const DAY = new RegExp(`^(\\d{1,2}|last${WEEKDAY}|${WEEKDAY}[<>]=\\d{1,2})$`, 'i');
const DURATION = /^-?\d{1,3}(:\d{1,2}){0,2}$/;

const CLOCKS = { s: 'standard', u: 'universal', g: 'universal', z: 'universal' } as const;

function readTime(text: string): TimeOfDay {
  const suffix = text.at(-1) as keyof typeof CLOCKS;
  const clock = CLOCKS[suffix] ?? 'wall';
  return { seconds: readDuration(text.replace(/[a-z]$/, '')), clock };
}

/** `-1:30:05` as seconds; `-` is none. */
function readDuration(text: string): number {
  if (text === '-') return 0;
  if (!DURATION.test(text)) throw new TzdataError(`${JSON.stringify(text)} is no duration`);
  const [hours = 0, minutes = 0, seconds = 0] = text.replace('-', '').split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  return text.startsWith('-') ? -total : total;
}
