import type { SyncedClockState, TimeReading } from '@dataiku-assessment/clock-sync';

/** What the reading is worth; it decides the colour. */
export type Knowledge = 'connecting' | 'known' | 'holdover' | 'unknown';

/**
 * `holdover`: nobody vouches for UTC at this moment, which goes on by a clock alone. `unknown`: the
 * server's clock is followed, but nobody knows how far that is from UTC.
 */
export function knowledge(
  scale: TimeReading['scale'] | null,
  { connection, server }: Pick<SyncedClockState, 'connection' | 'server'>,
): Knowledge {
  if (scale === null) return 'connecting';
  if (scale === 'host') return 'unknown';
  const isVouchedFor = connection === 'online' && server?.status === 'synchronized';
  return isVouchedFor ? 'known' : 'holdover';
}
