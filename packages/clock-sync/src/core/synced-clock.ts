import type { DeviceOffset } from './device-offset.ts';
import type { TimeReading } from './display.ts';
import type { Estimate } from './estimate.ts';
import type { ServerStatus } from './exchange.ts';
import type { Sample } from './sample.ts';
import type { Reset } from './sync-state.ts';

/** Everything known except the time itself. Each change makes a new object. */
export interface SyncedClockState {
  /** connecting: no exchange yet. online: the last one succeeded. offline: the last one failed. */
  readonly connection: 'connecting' | 'online' | 'offline';
  /** The reason why the last exchange failed; null when it succeeded. */
  readonly error: Error | null;
  /** How the elected server described its own clock last; null before the first exchange. */
  readonly server: ServerStatus | null;
  /** The latest samples, oldest first, at most 60. */
  readonly samples: readonly Sample[];
  /** When samples were last dropped, and why; null when they never were. */
  readonly lastReset: Reset | null;
}

/** Selects the clock that an instant is compared with. */
export interface CompareOptions {
  /** UTC, or the elected server's host clock, whatever it shows. Default: UTC. */
  readonly scale?: TimeReading['scale'] | undefined;
}

/** A clock that follows a server's clock. */
export interface SyncedClock {
  /** The server's time now; null while it is unknown. */
  now(): TimeReading | null;
  /**
   * The server's time for a display, at a moment of `performance.now()`; default: now. The display
   * slews towards a better estimate by at most a tenth of the time passed, so it never runs backwards,
   * and its bound covers the remaining correction. It steps when the estimate moves by a second or more,
   * when the scale changes, and after the device slept or its clock was set.
   */
  display(monotonicMs?: number): TimeReading | null;
  /**
   * The elected server's host clock at a moment of `performance.now()`; default: now. Null for a moment
   * before the device last slept or its clock was set.
   */
  toServer(monotonicMs?: number): Estimate | null;
  /** UTC at such a moment; also null while no server bounds UTC. */
  toUtc(monotonicMs?: number): Estimate | null;
  /** How far the device's clock (`Date.now()`) is ahead; null while it is unknown. */
  deviceOffset(): DeviceOffset | null;
  /**
   * Whether an instant (ms since 1970) has passed, as TrueTime answers it. "uncertain" while the instant
   * lies inside the interval, and while there is no interval: for UTC, while no server bounds it.
   */
  compare(instantMs: number, options?: CompareOptions): 'passed' | 'ahead' | 'uncertain';
  /**
   * Waits until the bound of `now()` is at most `boundMs`, and resolves to that reading.
   * @throws {ClockSyncError} "closed" when the clock is closed first.
   */
  whenBoundBelow(boundMs: number): Promise<TimeReading>;
  /** Asks the server now, regardless of the pace, for example after an event. Never rejects. */
  refresh(): Promise<void>;
  readonly getState: () => SyncedClockState;
  /**
   * Calls `listener` after each change of `getState()`. Returns the function that unsubscribes it. An
   * error that a listener throws is rethrown in a microtask, so the clock and other listeners go on.
   */
  readonly subscribe: (listener: () => void) => () => void;
  /** Stops all exchanges and timers for good. */
  close(): void;
  /** Aborts when the clock is closed; listeners are told of that too. */
  readonly closed: AbortSignal;
}
