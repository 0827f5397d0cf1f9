import { Follower } from './core/follower.ts';
import type { Pace } from './core/pacing.ts';
import type { Device, Transport } from './core/ports.ts';
import type { SyncedClock } from './core/synced-clock.ts';

export { ClockSyncError } from './core/clock-sync-error.ts';
export type { DeviceOffset } from './core/device-offset.ts';
export type { TimeReading } from './core/display.ts';
export type { Estimate } from './core/estimate.ts';
export type { Exchange, ServerStatus } from './core/exchange.ts';
export type { Device, Transport } from './core/ports.ts';
export type { Reset } from './core/sync-state.ts';
export type { CompareOptions, SyncedClock, SyncedClockState } from './core/synced-clock.ts';

/**
 * Follows a server's clock over a device and a transport of your own: for platforms other than
 * browsers and Node, and for simulations.
 */
export function followServer(device: Device, transport: Transport, pace: Pace = {}): SyncedClock {
  return new Follower(device, transport, pace);
}
