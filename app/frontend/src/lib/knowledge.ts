import type { ServerStatement, TimeReading } from '@dataiku-assessment/clock-sync';

/** What the reading is worth; it decides the colour. */
export type Knowledge = 'connecting' | 'known' | 'holdover' | 'unknown';

/** `unknown`: the server's clock is followed, but nobody knows how far that is from UTC. */
export function knowledge(
  scale: TimeReading['scale'] | null,
  server: ServerStatement | null,
): Knowledge {
  if (scale === null) return 'connecting';
  if (scale === 'host') return 'unknown';
  // What an earlier visit knew, without a server that could say more, only gets worse.
  return server === null || server.status === 'holdover' ? 'holdover' : 'known';
}
