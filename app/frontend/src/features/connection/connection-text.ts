import type { SyncedClockState } from '@dataiku-assessment/clock-sync';
import type { Language } from '../../lib/language.ts';

/**
 * The state of the connection as a sentence. `measuredMs` is the time of the measurement if an earlier
 * visit made it, else null. `timeAt` converts a moment of the monotonic clock to ms since 1970.
 */
export function connectionText(
  { connection, samples }: Pick<SyncedClockState, 'connection' | 'samples'>,
  measuredMs: number | null,
  timeAt: (monotonicMs: number) => number | null,
  { texts, locale }: Language,
): string {
  if (connection !== 'offline') return texts.connection[connection];
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  if (measuredMs !== null) return texts.connection.recalled(moment.format(measuredMs));
  const last = samples.at(-1);
  const lastMs = last === undefined ? null : timeAt(last.receivedAtMs);
  return lastMs === null
    ? texts.connection.unreachable
    : texts.connection.offlineSince(moment.format(lastMs));
}
