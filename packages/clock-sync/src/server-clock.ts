import type { Sample, ServerStatement } from './core/clock-state.ts';
import type { Interval } from './core/interval.ts';

/** The server's time. `scale` says what it is: UTC, or the host clock of a server that can't bound UTC. */
export interface TimeReading extends Interval {
  readonly scale: 'utc' | 'host';
}

/** How far the device's own clock is ahead of the server's time, in ms; negative when behind. */
export interface DeviceOffset {
  readonly offsetMs: number;
  /** The true offset is at most this far from `offsetMs`. */
  readonly boundMs: number;
  readonly scale: 'utc' | 'host';
}

/** What is known beside the time itself. A new object after each change, the same one in between. */
export interface ServerClockState {
  /** connecting: no exchange yet. online: the last one worked. offline: it failed. */
  readonly connection: 'connecting' | 'online' | 'offline';
  /** What the server last said of its own clock; null before the first exchange. */
  readonly server: ServerStatement | null;
  /** The latest exchanges, oldest first, at most 60. */
  readonly samples: readonly Sample[];
  /** The last time that all samples were dropped, and why; null when they never were. */
  readonly lastReset: Reset | null;
}

export interface Reset {
  /** When, on the device's monotonic clock (`performance.now()`), in ms. */
  readonly atMs: number;
  readonly cause: 'contradiction' | 'server-clock-changed' | 'device-clock-changed';
  /** By how much two intervals missed each other, in ms; null when that is not the cause. */
  readonly gapMs: number | null;
}

export interface ServerClock {
  /** The server's time at this moment; null while nothing is known. */
  now(): TimeReading | null;
  /**
   * The server's time as a display should show it: it never runs backwards, and moves to a better
   * estimate by at most 10 % of the time passed. The bound is widened by what is still to go.
   */
  display(): TimeReading | null;
  /** The elected server's host clock at a moment of `performance.now()`, by default this one. */
  toServer(monotonicMs?: number): Interval | null;
  /** UTC at a moment of `performance.now()`, by default this one; null while no server can bound it. */
  toUtc(monotonicMs?: number): Interval | null;
  /** How far the device's clock (`Date.now()`) is ahead; null while nothing is known. */
  deviceOffset(): DeviceOffset | null;
  getState(): ServerClockState;
  /** Calls `listener` after each change of `getState()`. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Stops all exchanges and timers for good. */
  close(): void;
}
