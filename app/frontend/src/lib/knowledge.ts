import type { SyncedClockState, TimeReading } from '@dataiku-assessment/clock-sync';

/** What is known of UTC. It decides the colour of the reading. */
export type Knowledge = 'connecting' | 'known' | 'holdover' | 'unknown';

/**
 * `holdover`: no server confirms UTC now, so a clock carries it on. `unknown`: the reading is the host
 * clock's, and its offset from UTC is unknown.
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
