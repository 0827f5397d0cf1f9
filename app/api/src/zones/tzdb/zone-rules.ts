import type { Era, Tzdata } from './parse-tzdata.ts';
import { posixTzOfFixed, posixTzOfRules, type Recurring } from './posix-tz.ts';
import {
  type HistoryEntry,
  isSameType,
  LAST_YEAR,
  type LocalType,
  lastYearOf,
  localTypeOf,
  toUtc,
  zoneHistory,
} from './zone-history.ts';

/** A change of the local time of a zone. */
export interface Transition {
  /** Since 1970. */
  readonly atSeconds: number;
  readonly before: LocalType;
  readonly after: LocalType;
}

/** The rules that recur each year, for ever, and the first year that they alone decide. */
interface Tail {
  readonly recurring: readonly Recurring[];
  readonly firstYear: number;
}

const SECONDS_PER_DAY = 86_400;

/**
 * The local time of a zone at any instant: up to 2037 from a table of its transitions, searched by
 * halves, and after that from the rules that recur each year. Times are seconds since 1970.
 */
export class ZoneRules {
  readonly #atSeconds: readonly number[];
  readonly #types: readonly LocalType[];
  readonly #tail: Tail | null;
  readonly #lastEra: Era;
  readonly #lastEraSeconds: number;
  readonly #hasDatedRules: boolean;
  #recurringPosixTz: string | null | undefined;

  /** The history is that of the eras, unless another is given for the years before 1970. */
  constructor(
    eras: readonly Era[],
    rules: Tzdata['rules'],
    history: readonly HistoryEntry[] = zoneHistory(eras, rules),
  ) {
    const [first, ...changes] = history;
    const lastEra = eras.at(-1);
    if (first === undefined || lastEra === undefined) throw new RangeError('a zone without eras');
    const lastYear = lastYearOf(eras, rules);
    this.#atSeconds = changes.map(({ fromSeconds }) => fromSeconds ?? 0);
    this.#types = history;
    this.#lastEra = lastEra;
    this.#lastEraSeconds = eras.length === 1 ? -Infinity : endOf(eras.at(-2));
    const ruleSet = typeof lastEra.rules === 'string' ? (rules.get(lastEra.rules) ?? []) : [];
    const recurring = ruleSet
      .filter(({ toYear }) => toYear === Infinity)
      .map((rule) => ({ rule, type: localTypeOf(lastEra, rule) }));
    this.#tail = recurring.length === 0 ? null : { recurring, firstYear: lastYear + 1 };
    this.#hasDatedRules = lastYear > LAST_YEAR;
  }

  /** The local time type in force. */
  typeAt(seconds: number): LocalType {
    const previous = this.previous(seconds);
    return previous === null ? (this.#types[0] as LocalType) : previous.after;
  }

  /** The first transition after an instant; null when none is known. */
  next(seconds: number): Transition | null {
    const index = this.#countUpTo(seconds);
    if (index < this.#atSeconds.length) return this.#transition(index);
    return this.#ofTail(seconds).find(({ atSeconds }) => atSeconds > seconds) ?? null;
  }

  /** The last transition up to and including an instant; null before the first. */
  previous(seconds: number): Transition | null {
    const late = this.#isInTail(seconds)
      ? this.#ofTail(seconds).findLast(({ atSeconds }) => atSeconds <= seconds)
      : undefined;
    if (late !== undefined) return late;
    const index = this.#countUpTo(seconds) - 1;
    return index < 0 ? null : this.#transition(index);
  }

  /**
   * The value of TZ that gives the same local time from an instant on; null where no such rule exists,
   * or it does not hold yet.
   */
  posixTz(seconds: number): string | null {
    if (this.#hasDatedRules || seconds < this.#lastEraSeconds) return null;
    if (this.#tail === null) {
      const isOver = this.next(seconds) === null;
      const { abbreviation, offsetSeconds } = this.typeAt(seconds);
      return isOver ? posixTzOfFixed(abbreviation, offsetSeconds) : null;
    }
    const { recurring } = this.#tail;
    const sinceYear = Math.max(...recurring.map(({ rule }) => rule.fromYear));
    if (seconds < Date.UTC(sinceYear, 0) / 1000) return null;
    if (this.#recurringPosixTz === undefined) {
      this.#recurringPosixTz = posixTzOfRules(this.#lastEra, recurring);
    }
    return this.#recurringPosixTz;
  }

  #transition(index: number): Transition {
    return {
      atSeconds: this.#atSeconds[index] as number,
      before: this.#types[index] as LocalType,
      after: this.#types[index + 1] as LocalType,
    };
  }

  /** How many transitions of the table are not after an instant. */
  #countUpTo(seconds: number): number {
    let [low, high] = [0, this.#atSeconds.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#atSeconds[middle] as number) <= seconds) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isInTail(seconds: number): boolean {
    const last = this.#atSeconds.at(-1);
    return this.#tail !== null && (last === undefined || seconds > last);
  }

  /** The transitions of the recurring rules in the years around an instant. */
  #ofTail(seconds: number): readonly Transition[] {
    if (this.#tail === null) return [];
    const { firstYear, recurring } = this.#tail;
    const era = this.#lastEra;
    const year = new Date(seconds * 1000).getUTCFullYear();
    const transitions: Transition[] = [];
    let before = this.#types.at(-1) as LocalType;
    for (let each = Math.max(firstYear, year - 1); each <= year + 1; each++) {
      const dated = recurring.map(({ rule, type }) => ({
        rule,
        after: type,
        day: toUtc(rule, each, { era, saveSeconds: 0 }),
      }));
      for (const { rule, after } of dated.sort((a, b) => a.day - b.day)) {
        const atSeconds = toUtc(rule, each, { era, saveSeconds: before.saveSeconds });
        if (!isSameType(before, after)) transitions.push({ atSeconds, before, after });
        before = after;
      }
    }
    return transitions;
  }
}

/** A day after an era has surely ended, whatever its clock. */
function endOf(era: Era | undefined): number {
  if (era === undefined || era.until === null) return -Infinity;
  const saveSeconds = 0;
  return toUtc(era.until, era.until.year, { era, saveSeconds }) + SECONDS_PER_DAY;
}
