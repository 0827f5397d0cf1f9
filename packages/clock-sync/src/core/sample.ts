import type { Exchange } from './exchange.ts';
import { type Bounds, boundsAt, type GrowingInterval, toMs } from './growing-interval.ts';
import { sinceEpoch } from './interval.ts';

/** Bounds on both clocks at one moment, in ms since 1970. */
interface ClockBounds {
  readonly host: Bounds;
  /** Null where UTC isn't bounded. */
  readonly utc: Bounds | null;
}

/**
 * One exchange, kept for the picture: its own bounds at `receivedAtMs`, and those by all that was known
 * right after it. Times are ms of the device's monotonic clock.
 */
export interface Sample extends ClockBounds {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  /** Time on the way there and back, without the server's own. */
  readonly roundTripMs: number;
  readonly clockId: string;
  readonly known: ClockBounds;
}

/** Intervals for both clocks. */
interface ClockIntervals {
  readonly host: GrowingInterval;
  readonly utc: GrowingInterval | null;
}

/** The sample of an exchange, whose intervals count from `originMs`. */
export function toSample(
  exchange: Exchange,
  originMs: number,
  { alone, known }: { readonly alone: ClockIntervals; readonly known: ClockIntervals },
): Sample {
  const { sentAtMs, receivedAtMs, statement } = exchange;
  const serverMs = toMs(exchange.hostSentNs - exchange.hostReceivedNs);
  const at = (interval: GrowingInterval) => sinceEpoch(boundsAt(interval, receivedAtMs), originMs);
  const both = ({ host, utc }: ClockIntervals) => ({ host: at(host), utc: utc && at(utc) });
  return {
    ...both(alone),
    sentAtMs,
    receivedAtMs,
    roundTripMs: Math.max(0, receivedAtMs - sentAtMs - serverMs),
    clockId: statement.clockId,
    known: both(known),
  };
}
