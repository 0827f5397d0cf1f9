import type { Exchange, ServerStatus } from './exchange.ts';
import type { DeviceAssumptions, GrowingInterval } from './growing-interval.ts';
import { type TrackedClock, track } from './tracked-clock.ts';

/** One host clock, since its last step. */
export interface TrackedHost extends TrackedClock {
  readonly baseNs: bigint;
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
 * The hosts after an exchange, and the gap in ms if it excludes the earlier ones of the same clock since
 * its last step, with which its interval is intersected. The elected clock stays elected while it
 * answers at all, so that a display doesn't flip between two clocks.
 */
export function hear(
  clocks: TrackedHosts,
  exchange: Exchange,
  interval: GrowingInterval,
  assumptions: DeviceAssumptions,
): { readonly hosts: TrackedHosts; readonly conflictMs: number | null } {
  const { server, hostBaseNs: baseNs } = exchange;
  const { clockId } = server;
  const heardIn = clocks.exchanges + 1;
  const known = hasStepped(clocks, exchange) ? undefined : clocks.byId.get(clockId);
  const { clock, conflictMs } = track(known ?? null, interval, assumptions);
  const byId = new Map(
    [...clocks.byId].filter(([, host]) => heardIn - host.heardIn < FORGOTTEN_AFTER),
  ).set(clockId, { ...clock, baseNs, server, heardIn });
  const electedId = byId.has(clocks.electedId) ? clocks.electedId : clockId;
  return { hosts: { byId, electedId, exchanges: heardIn }, conflictMs };
}
