import type { Sample, ServerStatement } from '@dataiku-assessment/clock-sync';
import { formatDuration } from '../../lib/format-measure.ts';
import { serverBoundMs } from '../../lib/server-bound.ts';
import { texts } from '../../lib/texts.ts';

/** The state of the elected server's clock, in words. */
export function serverClockText(server: ServerStatement, samples: readonly Sample[]): string {
  const { status, source, clockId } = server;
  const reason = server.reason ?? texts.noReason;
  if (status !== 'synchronized' && status !== 'holdover') return texts.serverClock[status](reason);
  const boundMs = serverBoundMs(samples.findLast((sample) => sample.clockId === clockId));
  const within = formatDuration(boundMs ?? 0);
  return status === 'holdover'
    ? texts.serverClock.holdover(within, reason)
    : texts.serverClock.synchronized(within, texts.sources[source] ?? source);
}
