import { browserDevice } from './adapters/browser-device.ts';
import { fetchTransport } from './adapters/fetch-transport.ts';
import type { Pace } from './core/pacing.ts';
import { followServer, type ServerClock } from './server-clock.ts';

export type { Reset } from './core/clock-state.ts';
export { ClockSyncError } from './core/clock-sync-error.ts';
export type { TimeReading } from './core/display.ts';
export type { ServerStatement } from './core/exchange.ts';
export type { Interval } from './core/interval.ts';
export type { Sample } from './core/sample.ts';
export type {
  CompareOptions,
  DeviceOffset,
  ServerClock,
  ServerClockState,
} from './server-clock.ts';

/** What a clock follows, and how closely. */
export interface ServerClockOptions extends Pace {
  /** The server's sync endpoint (GET /api/v1/sync), absolute, or relative to the page or the worker. */
  readonly url: string;
}

/**
 * Starts a clock that follows the server, and runs until it is closed. It asks as often
 * as it must to stay under `targetBoundMs` (default 5), and at least every `longestSilenceMs`
 * (default 64,000).
 * @throws {TypeError} when the address can't be read.
 */
export function createServerClock(options: ServerClockOptions): ServerClock {
  const device = browserDevice();
  // A worker has no document; what is rendered on a server has no address either.
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  return followServer(device, fetchTransport(new URL(options.url, base), device), options);
}
