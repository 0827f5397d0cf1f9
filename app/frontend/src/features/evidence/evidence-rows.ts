import type { Reset, SyncedClockState } from '@dataiku-assessment/clock-sync';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import type { HomeZone } from '../../lib/home-zone.ts';

interface EvidenceRow {
  readonly term: string;
  readonly value: string;
  /** The language of the value, if it isn't the page's: servers give reasons in English. */
  readonly lang?: string;
}

/** The figures behind the reading, each with its label. */
export function evidenceRows(
  { samples, server, lastReset }: SyncedClockState,
  home: HomeZone | null,
  language: BelowLanguage,
): EvidenceRow[] {
  const { texts, locale } = language;
  const { none, ...terms } = texts.evidence;
  const roundTripsMs = samples.map(({ roundTripMs }) => roundTripMs);
  const [shortestMs] = roundTripsMs.toSorted((a, b) => a - b);
  const roundTrip = (ms: number | undefined) =>
    ms === undefined ? none : formatDuration(ms, locale);
  const reason = server?.reason ?? null;
  return [
    server === null || server.source === 'none'
      ? { term: terms.source, value: none }
      : { term: terms.source, value: server.source, lang: 'en' },
    ...(reason === null ? [] : [{ term: terms.reason, value: reason, lang: 'en' }]),
    { term: terms.lastRoundTrip, value: roundTrip(roundTripsMs.at(-1)) },
    { term: terms.shortestRoundTrip, value: roundTrip(shortestMs) },
    { term: terms.exchanges, value: samples.length.toLocaleString(locale) },
    { term: terms.hostClock, value: server?.clockId ?? none },
    { term: terms.lastReset, value: resetText(lastReset, language) },
    { term: terms.zoneData, value: zoneDataText(home, language) },
  ];
}

function zoneDataText(home: HomeZone | null, { texts }: BelowLanguage): string {
  if (home === null) return texts.evidence.none;
  const release = texts.evidence.release(home.tzdb);
  return home.differs ? `${release} ${texts.evidence.differs(home.id)}` : release;
}

function resetText(reset: Reset | null, { texts, locale }: BelowLanguage): string {
  if (reset === null) return texts.evidence.none;
  if (reset.cause !== 'contradiction') return texts.evidence.causes[reset.cause];
  return texts.evidence.contradiction(formatDuration(reset.gapMs, locale, 'floor'));
}
