import type { Exchange } from './exchange.ts';
import { type Bounds, toMs } from './growing-interval.ts';
import { sinceEpoch } from './interval.ts';

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
  /** The same host clock by all that was known right after this exchange. */
  readonly knownHost: Bounds;
  /** UTC likewise; null while it was not known. */
  readonly knownUtc: Bounds | null;
}

type SampleBounds = Pick<Sample, 'host' | 'utc' | 'knownHost' | 'knownUtc'>;

/** The sample of an exchange and of the bounds when its answer came, which count from `originMs`. */
export function toSample(exchange: Exchange, originMs: number, bounds: SampleBounds): Sample {
  const { sentAtMs, receivedAtMs, statement } = exchange;
  const serverMs = toMs(exchange.hostSentNs - exchange.hostReceivedNs);
  return {
    sentAtMs,
    receivedAtMs,
    roundTripMs: Math.max(0, receivedAtMs - sentAtMs - serverMs),
    clockId: statement.clockId,
    host: sinceEpoch(bounds.host, originMs),
    utc: bounds.utc && sinceEpoch(bounds.utc, originMs),
    knownHost: sinceEpoch(bounds.knownHost, originMs),
    knownUtc: bounds.knownUtc && sinceEpoch(bounds.knownUtc, originMs),
  };
}
