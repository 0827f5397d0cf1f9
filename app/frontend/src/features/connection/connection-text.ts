import type { Interval, ServerClockState } from '@dataiku-assessment/clock-sync';
import type { Language } from '../../lib/language.ts';

/**
 * The state of the connection. `measuredMs` is when an earlier visit measured what is shown, null
 * when this one did; `toServer` gives the server's time at a moment of the device.
 */
export function connectionText(
  { connection, samples }: ServerClockState,
  measuredMs: number | null,
  toServer: (monotonicMs: number) => Interval | null,
  { texts, locale }: Language,
): string {
  if (connection !== 'offline') return texts.connection[connection];
  if (measuredMs !== null) {
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    return texts.connection.recalled(moment.format(measuredMs));
  }
  const last = samples.at(-1);
  const lastTime = last === undefined ? null : toServer(last.receivedAtMs);
  if (lastTime === null) return texts.connection.unreachable;
  const time = new Date(lastTime.estimateMs).toLocaleTimeString(locale, { timeStyle: 'medium' });
  return texts.connection.offlineSince(time);
}
