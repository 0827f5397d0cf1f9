import type { SyncedClockState } from '@dataiku-assessment/clock-sync';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import { serverBoundMs } from './server-bound.ts';

/**
 * The state of the elected server's clock, in a sentence: as it is while the server answers, and as
 * it was when it no longer does.
 */
export function serverClockText(
  { connection, server, samples }: Pick<SyncedClockState, 'connection' | 'server' | 'samples'>,
  { texts, locale }: Language,
): string {
  if (server === null) return texts.serverClock.notAsked;
  const { status, source, clockId } = server;
  const say = connection === 'offline' ? texts.serverClock.before : texts.serverClock.now;
  if (status !== 'synchronized' && status !== 'holdover') return say[status];
  const boundMs = serverBoundMs(samples.findLast((sample) => sample.clockId === clockId));
  if (boundMs === null) return texts.serverClock.notAsked;
  const within = formatDuration(boundMs, locale);
  if (status === 'holdover') return say.holdover(within);
  return say.synchronized(within, texts.sources[source] ?? source);
}
