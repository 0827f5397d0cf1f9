import { sinceEpoch } from './estimate.ts';
import type { Exchange } from './exchange.ts';
import { type GrowingInterval, type Interval, intervalAt, toMs } from './growing-interval.ts';

/** The intervals of both clocks at one moment, in ms since 1970. */
interface ClockIntervals {
  readonly host: Interval;
  /** Null when the server doesn't bound UTC. */
  readonly utc: Interval | null;
}

/**
 * One exchange and what it proves: its own intervals at `receivedAtMs`, and the intervals known right
 * after it. Other times are ms of the device's monotonic clock.
 */
export interface Sample extends ClockIntervals {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  /** Travel time both ways, without the time spent in the server. */
  readonly roundTripMs: number;
  readonly clockId: string;
  readonly known: ClockIntervals;
}

/** The growing intervals of both clocks. */
interface GrowingIntervals {
  readonly host: GrowingInterval;
  readonly utc: GrowingInterval | null;
}

/** The sample of an exchange, whose intervals count from `originMs`. */
export function toSample(
  exchange: Exchange,
  originMs: number,
  { alone, known }: { readonly alone: GrowingIntervals; readonly known: GrowingIntervals },
): Sample {
  const { sentAtMs, receivedAtMs, server } = exchange;
  const serverMs = toMs(exchange.hostSentNs - exchange.hostReceivedNs);
  const at = (interval: GrowingInterval) =>
    sinceEpoch(intervalAt(interval, receivedAtMs), originMs);
  const both = ({ host, utc }: GrowingIntervals) => ({ host: at(host), utc: utc && at(utc) });
  return {
    ...both(alone),
    sentAtMs,
    receivedAtMs,
    roundTripMs: Math.max(0, receivedAtMs - sentAtMs - serverMs),
    clockId: server.clockId,
    known: both(known),
  };
}
