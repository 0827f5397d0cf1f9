import type { Reset, ServerClockState } from '@dataiku-assessment/clock-sync';
import { formatDuration } from '../../lib/format-measure.ts';
import { texts } from '../../lib/texts.ts';

interface EvidenceRow {
  readonly term: string;
  readonly value: string;
}

/** The figures behind the reading, each with its name. */
export function evidenceRows({ samples, server, lastReset }: ServerClockState): EvidenceRow[] {
  const roundTripsMs = samples.map(({ roundTripMs }) => roundTripMs);
  const roundTrip = (ms: number | undefined) =>
    ms === undefined ? texts.evidence.none : formatDuration(ms);
  const shortestMs = roundTripsMs.length === 0 ? undefined : Math.min(...roundTripsMs);
  return [
    { term: texts.evidence.lastRoundTrip, value: roundTrip(roundTripsMs.at(-1)) },
    { term: texts.evidence.shortestRoundTrip, value: roundTrip(shortestMs) },
    { term: texts.evidence.exchanges, value: String(samples.length) },
    { term: texts.evidence.serverClock, value: server?.clockId ?? texts.evidence.none },
    { term: texts.evidence.lastReset, value: resetText(lastReset) },
  ];
}

function resetText(reset: Reset | null): string {
  if (reset === null) return texts.evidence.none;
  const { cause, gapMs } = reset;
  if (cause !== 'contradiction') return texts.evidence.causes[cause];
  return texts.evidence.contradiction(formatDuration(gapMs ?? 0));
}
