import type { Reset } from '@dataiku-assessment/clock-sync';
import { formatDuration, formatSpan } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import type { DeviceChange } from './device-change.ts';

/** How long an incident is shown, in ms. */
const NEWS_MS = 60_000;

/**
 * The incident of the last minute as a sentence; null when there was none. `atMs` is now, in ms of the
 * device's monotonic clock.
 */
export function incidentText(
  reset: Reset | null,
  change: DeviceChange | null,
  atMs: number,
  language: Language,
): string | null {
  if (reset === null || atMs - reset.atMs > NEWS_MS) return null;
  const { texts, locale } = language;
  switch (reset.cause) {
    case 'contradiction':
      return texts.incident.contradiction(formatDuration(reset.gapMs, locale, 'floor'));
    case 'host-clock-changed':
      return texts.incident.hostClockSet;
    case 'device-clock-changed':
      return deviceText(change, language);
  }
}

function deviceText(change: DeviceChange | null, { texts, locale }: Language): string {
  if (change === null) return texts.incident.deviceClockChanged;
  if (change.kind === 'slept') return texts.incident.deviceSlept;
  const { byMs, boundMs } = change;
  const { span, bound } = formatSpan(byMs, boundMs, locale);
  const say = byMs > 0 ? texts.incident.deviceSetForward : texts.incident.deviceSetBack;
  return say(span, bound);
}
