import type { BelowLanguage } from '../../lib/below-language.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Deviation, History } from './history.ts';
import { medianMs } from './round-trip-bars.ts';

/** What the drawing shows, for who can't see it. */
export function historyText(
  { exchanges, known }: History,
  { texts, locale }: BelowLanguage,
): string {
  const together = known.at(-1);
  if (exchanges.length === 0 || together === undefined) return texts.picture.none;
  const bounds = exchanges.map(halfWidthMs);
  const format = (ms: number) => formatDuration(ms, locale);
  return texts.picture.alternative(
    exchanges.length,
    format(Math.min(...bounds)),
    format(Math.max(...bounds)),
    format(halfWidthMs(together.to)),
  );
}

/** The round trips in a sentence: how many, and the shortest, the middle and the longest. */
export function roundTripText(
  roundTripsMs: readonly number[],
  { texts, locale }: BelowLanguage,
): string {
  const middleMs = medianMs(roundTripsMs);
  if (middleMs === null) return texts.picture.none;
  return texts.picture.roundTrips(
    roundTripsMs.length,
    formatDuration(Math.min(...roundTripsMs), locale, 'floor'),
    formatDuration(middleMs, locale),
    formatDuration(Math.max(...roundTripsMs), locale),
  );
}

function halfWidthMs({ earliestMs, latestMs }: Deviation): number {
  return (latestMs - earliestMs) / 2;
}
