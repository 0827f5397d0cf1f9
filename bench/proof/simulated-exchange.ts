import type { Random } from './random.ts';
import type { SimulatedHost } from './simulated-host.ts';
import type { World } from './world.ts';

/** The true moments of one exchange, in ms of the world. */
export interface Passage {
  readonly host: SimulatedHost;
  readonly leftAtMs: number;
  readonly reachedHostAtMs: number;
  readonly leftHostAtMs: number;
  readonly cameAtMs: number;
}

/** The time-out of an exchange, as in the library's transports. */
export const TIMEOUT_MS = 4_000;

/** Sends a request now; null when no reply comes in time. */
export function passThrough(world: World, random: Random): Passage | null {
  const { network, hosts, happening } = world;
  const leftAtMs = world.scheduler.nowMs();
  const host = hosts[Math.floor(random.uniform() * hosts.length)];
  if (host === undefined || network.isDown(leftAtMs)) return null;
  const arrivedAtMs = leftAtMs + network.forward(leftAtMs);
  const leftHostAtMs = arrivedAtMs + 0.05 + random.exponential(0.15);
  const cameAtMs = leftHostAtMs + network.back(leftHostAtMs);
  if (cameAtMs - leftAtMs > TIMEOUT_MS) return null;
  // If the host clock was stepped after the first stamp, the server takes that stamp again.
  const stepped =
    happening !== null && arrivedAtMs < happening.atMs && happening.atMs <= leftHostAtMs;
  const reachedHostAtMs = stepped ? leftHostAtMs : arrivedAtMs;
  return { host, leftAtMs, reachedHostAtMs, leftHostAtMs, cameAtMs };
}
