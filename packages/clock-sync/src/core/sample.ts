import type { Exchange } from './exchange.ts';
import { type Bounds, boundsAt, type GrowingInterval, toMs } from './growing-interval.ts';

/** One exchange, kept for the picture. Times are ms of the device's monotonic clock. */
export interface Sample {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  /** Time on the way there and back, without the server's own. */
  readonly roundTripMs: number;
  readonly clockId: string;
  /** The host clock at `receivedAtMs`, in ms since 1970, by this exchange alone. */
  readonly host: Bounds;
  /** UTC likewise; null where the server can't bound it. */
  readonly utc: Bounds | null;
}

/** The sample of an exchange and the intervals that it gave, which count from `originMs`. */
export function toSample(
  exchange: Exchange,
  originMs: number,
  intervals: { readonly host: GrowingInterval; readonly utc: GrowingInterval | null },
): Sample {
  const serverMs = toMs(exchange.hostSentNs - exchange.hostReceivedNs);
  const sinceEpoch = (interval: GrowingInterval): Bounds => {
    const { earliestMs, latestMs } = boundsAt(interval, exchange.receivedAtMs);
    return { earliestMs: originMs + earliestMs, latestMs: originMs + latestMs };
  };
  return {
    sentAtMs: exchange.sentAtMs,
    receivedAtMs: exchange.receivedAtMs,
    roundTripMs: Math.max(0, exchange.receivedAtMs - exchange.sentAtMs - serverMs),
    clockId: exchange.statement.clockId,
    host: sinceEpoch(intervals.host),
    utc: intervals.utc === null ? null : sinceEpoch(intervals.utc),
  };
}
