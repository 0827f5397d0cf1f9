import { clockDigits, clockText, WHOLE_SECONDS } from '../../lib/clock-digits.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The start or the finish of an exam: a time of day, in ms since midnight, or an instant. */
export type ExamTime = { readonly ofDayMs: number } | { readonly epochMs: number };

/** Parses `9:00`, `09:00` or `09:00:30` to a time of day; null when it is another text. */
export function parseTimeOfDay(text: string): ExamTime | null {
  const [, hours, minutes, seconds = 0] =
    /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (hours === undefined) return null;
  const ofDayMs =
    Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  return { ofDayMs };
}

/** An exam at one moment, all in ms since 1970; null where the exam has no such time. */
export interface Exam {
  readonly startMs: number | null;
  readonly finishMs: number | null;
}

/**
 * The instants of an exam as they are at `epochMs`. Times of day are those of the day in the zone, whose local
 * time `toLocalMs` gives; a finish before the start is on the next day.
 */
export function examAt(
  start: ExamTime | null,
  finish: ExamTime | null,
  epochMs: number,
  toLocalMs: (epochMs: number) => number,
): Exam {
  const nowMs = toLocalMs(epochMs);
  const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const local = (time: ExamTime | null) => {
    if (time === null) return null;
    return 'ofDayMs' in time ? midnightMs + time.ofDayMs : toLocalMs(time.epochMs);
  };
  let startMs = local(start);
  let finishMs = local(finish);
  const isOverNight = isOfDay(start) && isOfDay(finish) && Number(finishMs) <= Number(startMs);
  if (isOverNight && nowMs < Number(finishMs)) startMs = Number(startMs) - DAY_MS;
  else if (isOverNight) finishMs = Number(finishMs) + DAY_MS;
  const instant = (time: ExamTime | null, localMs: number | null) => {
    if (time === null || localMs === null) return null;
    if ('epochMs' in time) return time.epochMs;
    // The offset may change between now and then. Adding two times would round off fractions of a millisecond.
    const guessMs = localMs - (nowMs - epochMs);
    return localMs - (toLocalMs(guessMs) - guessMs);
  };
  return { startMs: instant(start, startMs), finishMs: instant(finish, finishMs) };
}

function isOfDay(time: ExamTime | null): boolean {
  return time !== null && 'ofDayMs' in time;
}

/** What the clock of an exam counts at a moment. */
export interface ExamCount {
  readonly state: 'before' | 'running' | 'finished';
  /** The time until the start or the finish, in ms; null when neither is ahead. */
  readonly leftMs: number | null;
}

/** Where an exam is at a moment. */
export function countExam({ startMs, finishMs }: Exam, epochMs: number): ExamCount {
  if (startMs !== null && epochMs < startMs) return { state: 'before', leftMs: startMs - epochMs };
  if (finishMs === null) return { state: 'running', leftMs: null };
  const leftMs = finishMs - epochMs;
  return leftMs > 0 ? { state: 'running', leftMs } : { state: 'finished', leftMs: null };
}

/** Writes time that is left, in whole seconds, rounded up: `1:23:20`; with dashes for digits that are not known. */
export function writeLeft(leftMs: number, digits: number): string {
  const wholeMs = Math.ceil(leftMs / SECOND_MS) * SECOND_MS;
  const hours = String(Math.floor(wholeMs / HOUR_MS));
  const shown = clockText(clockDigits(wholeMs % HOUR_MS, digits), WHOLE_SECONDS);
  return `${hours}${shown.slice(2)}`;
}
