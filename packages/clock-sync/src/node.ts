import { nodeDevice } from './adapters/node-device.ts';
import { nodeTransport } from './adapters/node-transport.ts';
import { followServer, type ServerClock } from './server-clock.ts';

export type { Reset } from './core/clock-state.ts';
export type { TimeReading } from './core/display.ts';
export type { ServerStatement } from './core/exchange.ts';
export type { Interval } from './core/interval.ts';
export type { Sample } from './core/sample.ts';
export type { DeviceOffset, ServerClock, ServerClockState } from './server-clock.ts';

/**
 * Starts a clock that follows the server, and keeps the process alive until it is closed.
 * @param options.url The server's sync endpoint (GET /api/v1/sync), absolute.
 * @throws {TypeError} when the address can't be read.
 */
export function createServerClock(options: { readonly url: string }): ServerClock {
  const device = nodeDevice();
  return followServer(device, nodeTransport(new URL(options.url), device));
}
