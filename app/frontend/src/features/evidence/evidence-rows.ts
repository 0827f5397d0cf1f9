import type { Reset, ServerClockState } from '@dataiku-assessment/clock-sync';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { formatDuration } from '../../lib/format-measure.ts';

interface EvidenceRow {
  readonly term: string;
  readonly value: string;
}

/** The figures behind the reading, each with its name. */
export function evidenceRows(
  { samples, server, lastReset }: ServerClockState,
  language: BelowLanguage,
): EvidenceRow[] {
  const { texts, locale } = language;
  const roundTripsMs = samples.map(({ roundTripMs }) => roundTripMs);
  const roundTrip = (ms: number | undefined) =>
    ms === undefined ? texts.evidence.none : formatDuration(ms, locale);
  const [shortestMs] = roundTripsMs.toSorted((a, b) => a - b);
  return [
    { term: texts.evidence.lastRoundTrip, value: roundTrip(roundTripsMs.at(-1)) },
    { term: texts.evidence.shortestRoundTrip, value: roundTrip(shortestMs) },
    { term: texts.evidence.exchanges, value: samples.length.toLocaleString(locale) },
    { term: texts.evidence.serverClock, value: server?.clockId ?? texts.evidence.none },
    { term: texts.evidence.lastReset, value: resetText(lastReset, language) },
  ];
}

function resetText(reset: Reset | null, { texts, locale }: BelowLanguage): string {
  if (reset === null) return texts.evidence.none;
  if (reset.cause !== 'contradiction') return texts.evidence.causes[reset.cause];
  return texts.evidence.contradiction(formatDuration(reset.gapMs, locale, 'floor'));
}
