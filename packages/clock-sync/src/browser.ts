import { browserDevice } from './adapters/browser-device.ts';
import { fetchTransport } from './adapters/fetch-transport.ts';
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
  /** The server's sync endpoint (GET /api/v1/sync), absolute, or relative to the page or the worker. */
  readonly url: string;
}

/**
 * Starts a clock that follows the server until it is closed. It does as many exchanges as it needs to
 * keep its bound under `targetBoundMs` (default 5), and at least one every `longestSilenceMs`
 * (default 64,000).
 * @throws {TypeError} when the URL is invalid.
 */
export function createSyncedClock(options: SyncedClockOptions): SyncedClock {
  const device = browserDevice();
  // A worker has no document. During server-side rendering there is no location either.
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  return new Follower(device, fetchTransport(new URL(options.url, base), device), options);
}
