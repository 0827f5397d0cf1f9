import type { Exchange, ServerStatus } from './exchange.ts';
import { type GrowingInterval, intersect } from './growing-interval.ts';

/** One host clock, since its last step. */
export interface TrackedHost {
  readonly baseNs: bigint;
  readonly interval: GrowingInterval;
  readonly server: ServerStatus;
  /** The number of the last exchange with it. */
  readonly heardIn: number;
}

/** The host clocks behind one address, by clock id, and the elected one: the one shown as the server's. */
export interface TrackedHosts {
  readonly byId: ReadonlyMap<string | null, TrackedHost>;
  /** Null before the first exchange. */
  readonly electedId: string | null;
  /** The number of exchanges so far. */
  readonly exchanges: number;
}

/** Bases closer than this are the same: the host clock was not stepped in between. */
const SAME_BASE_NS = 1_000_000n;
/** A host clock that didn't answer in this many exchanges is forgotten, and another one is elected. */
const FORGOTTEN_AFTER = 16;

export const NO_HOSTS: TrackedHosts = { byId: new Map(), electedId: null, exchanges: 0 };

/** The elected host clock; null before the first exchange. */
export function electedHost({ byId, electedId }: TrackedHosts): TrackedHost | null {
  return byId.get(electedId) ?? null;
}

/** Whether the host clock of an exchange is known, and has stepped since the last exchange with it. */
export function hasStepped({ byId }: TrackedHosts, exchange: Exchange): boolean {
  const known = byId.get(exchange.server.clockId);
  const movedNs = known ? exchange.hostBaseNs - known.baseNs : 0n;
  return movedNs < -SAME_BASE_NS || movedNs > SAME_BASE_NS;
}

/**
 * The hosts after an exchange. Its interval is intersected with the earlier ones of the same clock
 * since its last step. The elected clock stays elected while it answers at all, so that a display
 * doesn't flip between two clocks.
 */
export function hear(
  clocks: TrackedHosts,
  exchange: Exchange,
  interval: GrowingInterval,
): TrackedHosts {
  const { server, hostBaseNs: baseNs } = exchange;
  const { clockId } = server;
  const heardIn = clocks.exchanges + 1;
  const known = hasStepped(clocks, exchange) ? undefined : clocks.byId.get(clockId);
  const byId = new Map(
    [...clocks.byId].filter(([, clock]) => heardIn - clock.heardIn < FORGOTTEN_AFTER),
  ).set(clockId, {
    baseNs,
    interval: intersect(known?.interval ?? interval, interval),
    server,
    heardIn,
  });
  const isHeard = byId.has(clocks.electedId);
  return { byId, electedId: isHeard ? clocks.electedId : clockId, exchanges: heardIn };
}
