/** The clock without an adapter: whoever brings a device and a transport drives it. */
export type { Reset } from './core/clock-state.ts';
export { ClockSyncError } from './core/clock-sync-error.ts';
export type { TimeReading } from './core/display.ts';
export type { Exchange, ServerStatement } from './core/exchange.ts';
export type { Interval } from './core/interval.ts';
export type { Device, Transport } from './core/ports.ts';
export {
  type CompareOptions,
  followServer,
  type ServerClock,
  type ServerClockState,
} from './server-clock.ts';
