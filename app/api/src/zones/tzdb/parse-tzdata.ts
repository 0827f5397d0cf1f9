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

/** Reads `tzdata.zi`, the tz database's source in one file; zic(8) describes its lines. */
export function parseTzdata(text: string): Tzdata {
  const rules = new Map<string, Rule[]>();
  const zones = new Map<string, Era[]>();
  const links = new Map<string, string>();
  let eras: Era[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [kind = '', name = '', ...rest] = line.split(' ');
    if (kind === 'R') append(rules, name, readRule(rest));
    else if (kind === 'L') links.set(rest[0] ?? '', name);
    else if (kind === 'Z') {
      eras = [readEra(rest)];
      zones.set(name, eras);
    } else eras.push(readEra([kind, name, ...rest]));
  }
  return { version: /^# version (\S+)/.exec(text)?.[1] ?? 'unknown', rules, zones, links };
}

function append(rules: Map<string, Rule[]>, name: string, rule: Rule): void {
  const known = rules.get(name);
  if (known === undefined) rules.set(name, [rule]);
  else known.push(rule);
}

function readRule(fields: readonly string[]): Rule {
  const [from = '', to = '', , month = '', day = '', time = '', save = '', letters = ''] = fields;
  const fromYear = Number(from);
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
  return text.startsWith('ma') ? Number.POSITIVE_INFINITY : Number(text);
}

function readEra(fields: readonly string[]): Era {
  const [offset = '', rules = '', format = '', year, month = 'Jan', day = '1', time = '0'] = fields;
  const isFixed = /^-?\d/.test(rules);
  return {
    standardOffsetSeconds: readDuration(offset),
    rules: isFixed || rules === '-' ? readDuration(rules) : rules,
    format,
    until: year === undefined ? null : { year: Number(year), ...readMoment(month, day, time) },
  };
}

function readMoment(month: string, day: string, time: string): YearlyMoment {
  return { month: readMonth(month), day, time: readTime(time) };
}

const MONTHS =
  'january february march april may june july august september october november december';

/** Names may be cut as long as they are unique; a month counts from 0. */
function readMonth(text: string): number {
  return MONTHS.split(' ').findIndex((month) => month.startsWith(text.toLowerCase()));
}

const CLOCKS = { s: 'standard', u: 'universal', g: 'universal', z: 'universal' } as const;

function readTime(text: string): TimeOfDay {
  const suffix = text.at(-1) as keyof typeof CLOCKS;
  const clock = CLOCKS[suffix] ?? 'wall';
  return { seconds: readDuration(text.replace(/[a-z]$/, '')), clock };
}

/** `-1:30:05` as seconds; `-` is none. */
function readDuration(text: string): number {
  if (text === '-') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.replace('-', '').split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  return text.startsWith('-') ? -total : total;
}
