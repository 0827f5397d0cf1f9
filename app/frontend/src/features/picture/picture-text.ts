import type { BelowLanguage } from '../../lib/below-language.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import type { History, RelativeInterval } from './history.ts';

/** Describes the drawing for screen readers. */
export function historyText(
  { exchanges, known }: History,
  { texts, locale }: BelowLanguage,
): string {
  const together = known.at(-1);
  if (exchanges.length === 0 || together === undefined) return texts.picture.none;
  const bounds = exchanges.map(boundMsOf);
  const format = (ms: number) => formatDuration(ms, locale);
  return texts.picture.alternative(
    exchanges.length,
    format(Math.min(...bounds)),
    format(Math.max(...bounds)),
    format(boundMsOf(together.to)),
  );
}

/** The round trips as a sentence: how many, the shortest, the median and the longest. */
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

/** The median in ms; null when there are none. */
function medianMs(roundTripsMs: readonly number[]): number | null {
  return roundTripsMs.toSorted((a, b) => a - b)[Math.floor(roundTripsMs.length / 2)] ?? null;
}

function boundMsOf({ earliestMs, latestMs }: RelativeInterval): number {
  return (latestMs - earliestMs) / 2;
}
