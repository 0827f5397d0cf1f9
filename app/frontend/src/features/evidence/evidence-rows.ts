import type { Reset, ServerClockState } from '@dataiku-assessment/clock-sync';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';

interface EvidenceRow {
  readonly term: string;
  readonly value: string;
}

/** The figures behind the reading, each with its name. */
export function evidenceRows(
  { samples, server, lastReset }: ServerClockState,
  language: Language,
): EvidenceRow[] {
  const { texts, locale } = language;
  const roundTripsMs = samples.map(({ roundTripMs }) => roundTripMs);
  const roundTrip = (ms: number | undefined) =>
    ms === undefined ? texts.evidence.none : formatDuration(ms, locale);
  const shortestMs = roundTripsMs.length === 0 ? undefined : Math.min(...roundTripsMs);
  return [
    { term: texts.evidence.lastRoundTrip, value: roundTrip(roundTripsMs.at(-1)) },
    { term: texts.evidence.shortestRoundTrip, value: roundTrip(shortestMs) },
    { term: texts.evidence.exchanges, value: samples.length.toLocaleString(locale) },
    { term: texts.evidence.serverClock, value: server?.clockId ?? texts.evidence.none },
    { term: texts.evidence.lastReset, value: resetText(lastReset, language) },
  ];
}

function resetText(reset: Reset | null, { texts, locale }: Language): string {
  if (reset === null) return texts.evidence.none;
  const { cause, gapMs } = reset;
  if (cause !== 'contradiction') return texts.evidence.causes[cause];
  return texts.evidence.contradiction(formatDuration(gapMs ?? 0, locale));
}
