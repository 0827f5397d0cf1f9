import { nodeDevice } from './adapters/node-device.ts';
import { nodeTransport } from './adapters/node-transport.ts';
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
  /** The server's sync endpoint (GET /api/v1/sync), absolute. */
  readonly url: string;
}

/**
 * Starts a clock that follows the server, and keeps the process alive until it is closed. It asks as
 * often as it must to stay under `targetBoundMs` (default 5), and at least every `longestSilenceMs`
 * (default 64,000).
 * @throws {TypeError} when the address can't be read.
 */
export function createServerClock(options: ServerClockOptions): ServerClock {
  const device = nodeDevice();
  return followServer(device, nodeTransport(new URL(options.url), device), options);
}
