import { nodeDevice } from './adapters/node-device.ts';
import { nodeTransport } from './adapters/node-transport.ts';
import { Follower } from './core/follower.ts';
import type { Pace } from './core/pacing.ts';
import type { SyncedClock } from './core/synced-clock.ts';

export { ClockSyncError } from './core/clock-sync-error.ts';
export type { DeviceOffset } from './core/device-offset.ts';
export type { TimeReading } from './core/display.ts';
export type { Estimate } from './core/estimate.ts';
export type { ServerStatus } from './core/exchange.ts';
export type { Sample } from './core/sample.ts';
export type { Reset } from './core/sync-state.ts';
export type { CompareOptions, SyncedClock, SyncedClockState } from './core/synced-clock.ts';

/** The server to follow, and how closely. */
export interface SyncedClockOptions extends Pace {
  /** The server's sync endpoint (GET /api/v1/sync), absolute. */
  readonly url: string;
}

/**
 * Starts a clock that follows the server, and keeps the process alive until it is closed. It does as
 * many exchanges as it needs to keep its bound under `targetBoundMs` (default 5), and at least one
 * every `longestSilenceMs` (default 64,000).
 * @throws {TypeError} when the URL is invalid.
 */
export function createSyncedClock(options: SyncedClockOptions): SyncedClock {
  const device = nodeDevice();
  return new Follower(device, nodeTransport(new URL(options.url), device), options);
}
