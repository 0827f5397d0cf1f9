import type { Exchange, ServerStatement } from './exchange.ts';
import { type GrowingInterval, intersect } from './growing-interval.ts';

/** One host clock, between two of its steps. */
export interface HostClock {
  readonly baseNs: bigint;
  readonly interval: GrowingInterval;
  readonly statement: ServerStatement;
  /** The number of the exchange in which it was last heard. */
  readonly heardIn: number;
}

/** The host clocks behind one address, by clock id, and the one that is shown as the server's. */
export interface HostClocks {
  readonly byId: ReadonlyMap<string | null, HostClock>;
  /** Null, which is no clock's id, before the first exchange. */
  readonly electedId: string | null;
  /** How many exchanges were heard so far. */
  readonly exchanges: number;
}

/** Bases this close belong to one run of a host clock. */
const SAME_BASE_NS = 1_000_000n;
/** A host clock that was not heard in this many exchanges is forgotten, and loses its election. */
const FORGOTTEN_AFTER = 16;

export const NO_HOST_CLOCKS: HostClocks = { byId: new Map(), electedId: null, exchanges: 0 };

/** The clock that is shown as the server's; null before the first exchange. */
export function electedHost({ byId, electedId }: HostClocks): HostClock | null {
  return byId.get(electedId) ?? null;
}

/** Whether the exchange's host clock is one that was heard before and has stepped since. */
export function hasStepped({ byId }: HostClocks, exchange: Exchange): boolean {
  const known = byId.get(exchange.statement.clockId);
  const movedNs = known ? exchange.hostBaseNs - known.baseNs : 0n;
  return movedNs < -SAME_BASE_NS || movedNs > SAME_BASE_NS;
}

/**
 * The clocks after an exchange, whose own interval is intersected with what is known of the same
 * clock since it last stepped. The elected clock stays as long as it is heard at all, so that the
 * shown time doesn't flip.
 */
export function hear(
  clocks: HostClocks,
  exchange: Exchange,
  interval: GrowingInterval,
): HostClocks {
  const { statement, hostBaseNs: baseNs } = exchange;
  const { clockId } = statement;
  const heardIn = clocks.exchanges + 1;
  const known = hasStepped(clocks, exchange) ? undefined : clocks.byId.get(clockId);
  const byId = new Map(
    [...clocks.byId].filter(([, clock]) => heardIn - clock.heardIn < FORGOTTEN_AFTER),
  ).set(clockId, {
    baseNs,
    interval: intersect(known?.interval ?? interval, interval),
    statement,
    heardIn,
  });
  const isHeard = byId.has(clocks.electedId);
  return { byId, electedId: isHeard ? clocks.electedId : clockId, exchanges: heardIn };
}
