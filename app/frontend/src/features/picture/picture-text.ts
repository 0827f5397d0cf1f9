import { formatDuration } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import type { Deviation, History } from './history.ts';
import { medianMs } from './round-trip-bars.ts';

/** What the drawing shows, for who can't see it. */
export function historyText(
  { exchanges, intersection }: History,
  { texts, locale }: Language,
): string {
  if (exchanges.length === 0) return texts.picture.none;
  const bounds = exchanges.map(halfWidthMs);
  const together = intersection.at(-1);
  const format = (ms: number) => formatDuration(ms, locale);
  return texts.picture.alternative(
    exchanges.length,
    format(Math.min(...bounds)),
    format(Math.max(...bounds)),
    format(together === undefined ? 0 : halfWidthMs(together)),
  );
}

/** The round trips in a sentence: how many, and the shortest, the middle and the longest. */
export function roundTripText(
  roundTripsMs: readonly number[],
  { texts, locale }: Language,
): string {
  if (roundTripsMs.length === 0) return texts.picture.none;
  const format = (ms: number) => formatDuration(ms, locale);
  return texts.picture.roundTrips(
    roundTripsMs.length,
    format(Math.min(...roundTripsMs)),
    format(medianMs(roundTripsMs) ?? 0),
    format(Math.max(...roundTripsMs)),
  );
}

function halfWidthMs({ earliestMs, latestMs }: Deviation): number {
  return (latestMs - earliestMs) / 2;
}
