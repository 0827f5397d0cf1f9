import { changeBetween, toZoneMs, type ZoneFacts } from '../../lib/zone-facts.ts';

/** An hour of a zone's clocks, or a part of one, in a row of hours. */
export interface Hour {
  /** When it begins, and how long it lasts; in ms. */
  readonly fromMs: number;
  readonly lengthMs: number;
  /** What the clocks show, 0 to 23. */
  readonly hour: number;
  readonly kind: 'night' | 'day' | 'work';
  /** The beginning of a day, in ms in the zone, as if it were UTC; null for other hours. */
  readonly dayMs: number | null;
  /** How the clocks changed right before: they skipped time, or show it once more. */
  readonly change: 'skipped' | 'repeated' | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Office hours, on five days of the week. */
const WORK = { from: 9, to: 17 };
const NIGHT = { from: 22, to: 7 };

/**
 * The hours of a zone from a moment on, for so long, both in ms; empty while its offsets are unknown there.
 * An hour at either end may be a part of one.
 */
export function hoursOf(facts: ZoneFacts, startMs: number, lengthMs: number): readonly Hour[] {
  const hours: Hour[] = [];
  const endMs = startMs + lengthMs;
  let fromMs = startMs;
  while (fromMs < endMs) {
    const localMs = toZoneMs(facts, fromMs);
    if (localMs === null) return [];
    const wholeMs = HOUR_MS - modulo(localMs, HOUR_MS);
    const untilMs = Math.min(
      endMs,
      changeBetween(facts, fromMs, fromMs + wholeMs) ?? fromMs + wholeMs,
    );
    const beforeMs = toZoneMs(facts, fromMs - 1);
    const jumpMs = beforeMs === null ? 0 : localMs - 1 - beforeMs;
    hours.push({
      fromMs,
      lengthMs: untilMs - fromMs,
      hour: Math.floor(modulo(localMs, DAY_MS) / HOUR_MS),
      kind: kindOf(localMs),
      dayMs: beforeMs !== null && dayOf(beforeMs) < dayOf(localMs) ? dayOf(localMs) * DAY_MS : null,
      change: jumpMs === 0 ? null : jumpMs > 0 ? 'skipped' : 'repeated',
    });
    fromMs = untilMs;
  }
  return hours;
}

function kindOf(localMs: number): Hour['kind'] {
  const date = new Date(localMs);
  const hour = date.getUTCHours();
  if (hour >= NIGHT.from || hour < NIGHT.to) return 'night';
  const isWeekday = date.getUTCDay() % 6 !== 0;
  return isWeekday && hour >= WORK.from && hour < WORK.to ? 'work' : 'day';
}

function dayOf(localMs: number): number {
  return Math.floor(localMs / DAY_MS);
}

/** Never negative, also before 1970. */
function modulo(ms: number, by: number): number {
  return ((ms % by) + by) % by;
}
