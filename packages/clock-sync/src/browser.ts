import type { ServerClock } from './server-clock.ts';

export type {
  DeviceOffset,
  Reset,
  ServerClock,
  ServerClockState,
  TimeReading,
} from './server-clock.ts';

export interface ServerClockOptions {
  /** The address of the sync endpoint, absolute or relative to the page. */
  readonly url: string;
}

/** Starts a clock that follows the server at `url`. */
export function createServerClock(_options: ServerClockOptions): ServerClock {
  throw new Error('not written yet');
}
