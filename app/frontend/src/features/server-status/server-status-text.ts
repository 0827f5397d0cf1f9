import type { SyncedClockState } from '@dataiku-assessment/clock-sync';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import { serverBoundMs } from './server-bound.ts';

/**
 * The status of the elected server's clock as a sentence: in the present tense while the server
 * answers, and in the past tense when it doesn't.
 */
export function serverStatusText(
  { connection, server, samples }: Pick<SyncedClockState, 'connection' | 'server' | 'samples'>,
  { texts, locale }: Language,
): string {
  if (server === null) {
    return connection === 'connecting' ? texts.about : texts.serverStatus.notAsked;
  }
  const { status, source, authenticated, clockId } = server;
  const say = connection === 'offline' ? texts.serverStatus.before : texts.serverStatus.now;
  if (status !== 'synchronized' && status !== 'holdover') return say[status];
  const boundMs = serverBoundMs(samples.findLast((sample) => sample.clockId === clockId));
  if (boundMs === null) return texts.serverStatus.notAsked;
  const within = formatDuration(boundMs, locale);
  if (status === 'holdover') return say.holdover(within);
  const by = texts.sources[source] ?? source;
  return say.synchronized(within, authenticated ? texts.authenticated(by) : by);
}
