import type { Sample, ServerStatement } from '@dataiku-assessment/clock-sync';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Language } from '../../lib/language.ts';
import { serverBoundMs } from '../../lib/server-bound.ts';

/** The state of the elected server's clock, in words; its reason and the full stop are to follow. */
export function serverClockText(
  { status, source, clockId }: ServerStatement,
  samples: readonly Sample[],
  { texts, locale }: Language,
): string {
  if (status !== 'synchronized' && status !== 'holdover') return texts.serverClock[status];
  const boundMs = serverBoundMs(samples.findLast((sample) => sample.clockId === clockId));
  const within = formatDuration(boundMs ?? 0, locale);
  return status === 'holdover'
    ? texts.serverClock.holdover(within)
    : texts.serverClock.synchronized(within, texts.sources[source] ?? source);
}
