import type { Estimate, SyncedClock } from '@dataiku-assessment/clock-sync/follow-server';
import { BreakWatch } from './break-watch.ts';
import { EPOCH_MS } from './epoch.ts';
import type { Peer } from './peer.ts';
import type { Passage } from './simulated-exchange.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';

/** Compares the library's intervals with the truth. */
export class Witness {
  readonly #world: World;
  readonly #peer: Peer;
  readonly #tally: Tally;
  readonly #breaks: BreakWatch;
  #clock: SyncedClock | null = null;
  #exchanges = 0;

  constructor(world: World, peer: Peer, tally: Tally) {
    this.#world = world;
    this.#peer = peer;
    this.#tally = tally;
    this.#breaks = new BreakWatch(world.happening, tally);
  }

  get exchanges(): number {
    return this.#exchanges;
  }

  watch(clock: SyncedClock): void {
    this.#clock = clock;
  }

  /** Checks both intervals at this moment; `passage` is the exchange that just ended, if any. */
  look(passage: Passage | null = null): void {
    if (passage !== null) {
      this.#exchanges += 1;
      this.#tally.exchanges += 1;
    }
    this.#read(passage);
  }

  /** The same, and records bounds and errors: the experience of a user at a random moment. */
  lookAsUser(): void {
    const { utc, host, hostTruthMs } = this.#read(null);
    const peerMs = this.#peer.nowMs();
    if (peerMs === null) return;
    if (utc === null) this.#tally.silent += 1;
    if (utc !== null) {
      const truthMs = this.#utcTruthMs();
      if (!contains(utc, truthMs)) this.#tally.wrong += 1;
      this.#tally.utcBoundsMs.push(utc.boundMs);
      this.#tally.utcErrorsMs.ours.push(Math.abs(utc.estimateMs - EPOCH_MS - truthMs));
      this.#tally.utcErrorsMs.peer.push(Math.abs(peerMs - EPOCH_MS - truthMs));
    }
    if (host !== null && hostTruthMs !== null) {
      this.#tally.hostErrorsMs.ours.push(Math.abs(host.estimateMs - EPOCH_MS - hostTruthMs));
      this.#tally.hostErrorsMs.peer.push(this.#distanceToNearestHostMs(peerMs - EPOCH_MS));
    }
  }

  #read(passage: Passage | null) {
    const nowMs = this.#world.scheduler.nowMs();
    const utc = this.#clock?.toUtc() ?? null;
    const host = this.#clock?.toServer() ?? null;
    const state = this.#clock?.getState();
    this.#breaks.see(state?.lastReset ?? null, nowMs, passage);
    const elected = this.#world.hosts.find(({ id }) => id === state?.server?.clockId);
    const hostTruthMs = elected?.readMs(nowMs) ?? null;
    if (utc !== null) this.#check('utc', utc, this.#utcTruthMs());
    if (host !== null && hostTruthMs !== null) this.#check('host', host, hostTruthMs);
    return { utc, host, hostTruthMs };
  }

  #check(promise: 'host' | 'utc', interval: Estimate, truthMs: number): void {
    this.#tally.checks += 1;
    if (contains(interval, truthMs)) return;
    if (!this.#breaks.isVoid(promise, this.#world.scheduler.nowMs())) {
      this.#tally.escapes += 1;
      return;
    }
    this.#tally.outside += 1;
    this.#breaks.harmed();
  }

  #utcTruthMs(): number {
    return this.#world.utcMs(this.#world.scheduler.nowMs());
  }

  /** The peer doesn't distinguish hosts, so the nearest one counts. */
  #distanceToNearestHostMs(peerMs: number): number {
    const nowMs = this.#world.scheduler.nowMs();
    const distances = this.#world.hosts.map((host) => Math.abs(peerMs - host.readMs(nowMs)));
    return Math.min(...distances);
  }
}

/** Compares times since EPOCH_MS: a double since 1970 can't resolve a nanosecond. */
function contains({ earliestMs, latestMs }: Estimate, truthMs: number): boolean {
  return earliestMs - EPOCH_MS <= truthMs && truthMs <= latestMs - EPOCH_MS;
}
