import type { ServerClockState } from '@dataiku-assessment/clock-sync';
import { formatDuration, formatSpan } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import type { DeviceChange } from './device-change.ts';

/** For how long an incident is news, in ms. */
const NEWS_MS = 60_000;
/** A clock that was set is told to the tenth of a second. */
const SPAN_BOUND_MS = 100;

/** What broke within the last minute, and what that means; null when nothing did. */
export function incidentText(
  { lastReset, samples }: Pick<ServerClockState, 'lastReset' | 'samples'>,
  change: DeviceChange | null,
  language: Language,
): string | null {
  if (lastReset === null) return null;
  const latest = samples.at(-1);
  if (latest !== undefined && latest.receivedAtMs - lastReset.atMs > NEWS_MS) return null;
  const { texts, locale } = language;
  switch (lastReset.cause) {
    case 'contradiction':
      return texts.incident.contradiction(formatDuration(lastReset.gapMs ?? 0, locale));
    case 'server-clock-changed':
      return texts.incident.serverClockSet;
    case 'device-clock-changed':
      return deviceText(change, language);
  }
}

function deviceText(change: DeviceChange | null, { texts, locale }: Language): string {
  if (change === null) return texts.incident.deviceClockChanged;
  if (change.kind === 'slept') return texts.incident.deviceSlept;
  const { span } = formatSpan(change.byMs, SPAN_BOUND_MS, locale);
  return change.byMs > 0
    ? texts.incident.deviceSetForward(span)
    : texts.incident.deviceSetBack(span);
}
