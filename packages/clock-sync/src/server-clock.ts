import {
  type ClockState,
  hostBoundsAt,
  initialState,
  type Reset,
  utcBoundsAt,
  withDeviceClockChange,
  withExchange,
} from './core/clock-state.ts';
import { ClockSyncError } from './core/clock-sync-error.ts';
import { type Shown, slew, type TimeReading } from './core/display.ts';
import type { ServerStatement } from './core/exchange.ts';
import { electedHost } from './core/host-clocks.ts';
import { type Interval, toInterval } from './core/interval.ts';
import { nextDelayMs, type Pace } from './core/pacing.ts';
import type { Device, Transport } from './core/ports.ts';
import type { Sample } from './core/sample.ts';
import { isShort, partedMs, readWall, type WallReading } from './core/wall-clock.ts';

/** How far the device's own clock is ahead of the server's time, in ms; negative when behind. */
export interface DeviceOffset {
  readonly offsetMs: number;
  /** The true offset is at most this far from `offsetMs`. */
  readonly boundMs: number;
  readonly scale: TimeReading['scale'];
}

/** What is known beside the time itself. A new object after each change, the same one in between. */
export interface ServerClockState {
  /** connecting: no exchange yet. online: the last one worked. offline: it failed. */
  readonly connection: 'connecting' | 'online' | 'offline';
  /** Why the last exchange failed; null when it didn't. */
  readonly error: Error | null;
  /** What the elected server last said of its own clock; null while none is known. */
  readonly server: ServerStatement | null;
  /** The latest exchanges, oldest first, at most 60. */
  readonly samples: readonly Sample[];
  /** The last time that samples were dropped, and why; null when they never were. */
  readonly lastReset: Reset | null;
}

export interface ServerClock {
  /** The server's time at this moment; null while nothing is known. */
  now(): TimeReading | null;
  /**
   * The server's time as a display should show it at a moment of `performance.now()`, by default this
   * one: it moves to a better estimate by at most a tenth of the time passed, so it never runs
   * backwards, and its bound covers what is still to go. A step of a second or more, another scale, and
   * what is measured anew after the device slept or its clock was set are shown at once.
   */
  display(monotonicMs?: number): TimeReading | null;
  /**
   * The elected server's host clock at a moment of `performance.now()`, by default this one; null for
   * one before the device last slept or its clock was set.
   */
  toServer(monotonicMs?: number): Interval | null;
  /** UTC at such a moment; null while no server bounds it as well. */
  toUtc(monotonicMs?: number): Interval | null;
  /** How far the device's clock (`Date.now()`) is ahead; null while nothing is known. */
  deviceOffset(): DeviceOffset | null;
  /**
   * Whether an instant (ms since 1970) has passed: TrueTime's question. "uncertain" while it lies inside
   * the interval, and while there is none: for UTC, which is the default, while no server bounds it.
   */
  compare(instantMs: number, options?: CompareOptions): 'passed' | 'ahead' | 'uncertain';
  /**
   * Waits until the bound of `now()` is at most `boundMs`, and gives that reading.
   * @throws {ClockSyncError} "closed" when the clock is closed before.
   */
  whenBoundBelow(boundMs: number): Promise<TimeReading>;
  /** Asks the server now, whatever the pace: for who learned that something changed. Never rejects. */
  refresh(): Promise<void>;
  readonly getState: () => ServerClockState;
  /**
   * Calls `listener` after each change of `getState()`. Returns the function that ends it. What a
   * listener throws is thrown again on its own, as that of an event listener is: the clock goes on.
   */
  readonly subscribe: (listener: () => void) => () => void;
  /** Stops all exchanges and timers for good. */
  close(): void;
  /** Aborted once the clock is closed. Listeners are told of that as of any change. */
  readonly closed: AbortSignal;
}

/** Which clock an instant is compared with. */
export interface CompareOptions {
  /** UTC, or the elected server's host clock, whatever it shows. UTC by default. */
  readonly scale?: TimeReading['scale'] | undefined;
}

/**
 * 100 ppm between two oscillators, and 50 ppm more between the host clock and UTC: beyond what
 * crystals and disciplined clocks do, and assumptions all the same.
 */
const HOST_RATE_ERROR = 100e-6;
const UTC_RATE_ERROR = 150e-6;

/** `Date.now()` is whole ms, which some browsers round up. It is as coarse as `performance.now()` at least. */
const WALL_STEP_MS = 1;

const CLOSED = 'The clock is closed.';

/** Follows a server's clock by exchanges that `transport` does, paced by the device's timers. */
export function followServer(device: Device, transport: Transport, pace: Pace = {}): ServerClock {
  return new Follower(device, transport, pace);
}

class Follower implements ServerClock {
  readonly #device: Device;
  readonly #transport: Transport;
  readonly #pace: Pace;
  readonly #listeners = new Set<() => void>();
  readonly #closing = new AbortController();
  #core: ClockState;
  #failures = 0;
  /** Why the last exchange failed, null when it didn't; undefined before the first one. */
  #error: Error | null | undefined;
  #snapshot: ServerClockState;
  #shown: Shown | null = null;
  #wall: WallReading;
  /** When the device last slept or its clock was set: no moment before it can be placed. */
  #sinceMs = 0;
  #exchanging = false;
  /** Whether an exchange was asked for while another was under way, which may know nothing of why. */
  #isWanted = false;
  #cancelTimer = () => {};
  readonly #stopListening: () => void;

  constructor(device: Device, transport: Transport, pace: Pace) {
    this.#device = device;
    this.#transport = transport;
    this.#pace = pace;
    const { stepMs } = device;
    this.#core = initialState({
      host: { stepMs, rateError: HOST_RATE_ERROR },
      utc: { stepMs, rateError: UTC_RATE_ERROR },
    });
    this.#wall = readWall(device);
    this.#snapshot = this.#takeSnapshot();
    this.#stopListening = this.#device.onActive(() => this.refresh());
    void this.refresh();
  }

  now(): TimeReading | null {
    return this.#readingAt(this.#device.monotonicMs());
  }

  display(monotonicMs = this.#device.monotonicMs()): TimeReading | null {
    const reading = this.#readingAt(monotonicMs);
    this.#shown = reading && slew(this.#shown, monotonicMs, reading);
    return this.#shown?.reading ?? null;
  }

  toServer(monotonicMs = this.#device.monotonicMs()): Interval | null {
    return this.#intervalAt(hostBoundsAt, monotonicMs);
  }

  toUtc(monotonicMs = this.#device.monotonicMs()): Interval | null {
    return this.#intervalAt(utcBoundsAt, monotonicMs);
  }

  deviceOffset(): DeviceOffset | null {
    const before = this.now();
    const wallMs = this.#device.wallMs();
    const stepMs = Math.max(WALL_STEP_MS, this.#device.stepMs);
    // The wall clock is read between two readings, so that a pause of the process only widens the bound.
    const after = this.now();
    if (!before || !after) return null;
    const earliestMs = wallMs - stepMs - after.latestMs;
    const latestMs = wallMs + stepMs - before.earliestMs;
    return {
      offsetMs: (earliestMs + latestMs) / 2,
      boundMs: (latestMs - earliestMs) / 2,
      scale: after.scale,
    };
  }

  compare(instantMs: number, { scale }: CompareOptions = {}): 'passed' | 'ahead' | 'uncertain' {
    const interval = scale === 'host' ? this.toServer() : this.toUtc();
    if (interval && instantMs < interval.earliestMs) return 'passed';
    return interval && instantMs > interval.latestMs ? 'ahead' : 'uncertain';
  }

  whenBoundBelow(boundMs: number): Promise<TimeReading> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#closing.signal.aborted) return reject(new ClockSyncError('closed', CLOSED));
        const reading = this.now();
        // Also for a bound that is no number.
        if (!(reading && reading.boundMs <= boundMs)) return;
        stop();
        resolve(reading);
      };
      // Only an exchange makes the bound smaller.
      const stop = this.subscribe(look);
      look();
    });
  }

  // Bound to their clock, so that they can be handed on as they are, to useSyncExternalStore say.
  readonly getState = (): ServerClockState => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    if (this.closed.aborted) return;
    this.#closing.abort();
    this.#cancelTimer();
    this.#stopListening();
    this.#publish();
    this.#listeners.clear();
  }

  async refresh(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    if (this.#exchanging) {
      this.#isWanted = true;
      return;
    }
    this.#exchanging = true;
    this.#isWanted = false;
    this.#cancelTimer();
    this.#noticeDeviceClockChange();
    const knownBefore = this.#core;
    let error: Error | null = null;
    try {
      const exchange = await this.#transport(this.#closing.signal);
      this.#noticeDeviceClockChange();
      // A device that slept between the two stamps did not count all of the time between them.
      if (this.#core === knownBefore) this.#core = withExchange(this.#core, exchange);
    } catch (reason) {
      error = reason instanceof Error ? reason : new Error(String(reason));
    }
    this.#exchanging = false;
    if (this.#closing.signal.aborted) return;
    this.#error = error;
    this.#failures = error ? this.#failures + 1 : 0;
    this.#schedule();
    this.#publish();
  }

  #schedule(): void {
    if (!this.#device.isActive()) return;
    const delayMs = nextDelayMs(this.#core, this.#pace, {
      atMs: this.#device.monotonicMs(),
      failures: this.#failures,
      isWanted: this.#isWanted,
      random: this.#device.random(),
    });
    this.#cancelTimer = this.#device.setTimer(() => this.refresh(), delayMs);
  }

  /** Drops what is known when the wall and the monotonic clock part: one of them stepped or slept. */
  #noticeDeviceClockChange(): void {
    const wall = readWall(this.#device);
    const parted = partedMs(this.#wall, wall, this.#device.stepMs);
    // After a long reading the one before goes on to be what the next is held against.
    if (parted !== 0 || isShort(wall)) this.#wall = wall;
    if (parted === 0) return;
    this.#core = withDeviceClockChange(this.#core, wall.untilMs, parted);
    this.#shown = null;
    this.#sinceMs = wall.untilMs;
    this.#publish();
    void this.refresh();
  }

  #readingAt(atMs: number): TimeReading | null {
    const utc = this.#intervalAt(utcBoundsAt, atMs);
    if (utc) return { ...utc, scale: 'utc' };
    const host = this.#intervalAt(hostBoundsAt, atMs);
    return host && { ...host, scale: 'host' };
  }

  #intervalAt(boundsAt: typeof hostBoundsAt, atMs: number): Interval | null {
    this.#noticeDeviceClockChange();
    const bounds = atMs < this.#sinceMs ? null : boundsAt(this.#core, atMs);
    // There is an origin as soon as there are bounds.
    return bounds && toInterval(bounds, this.#core.originMs ?? 0);
  }

  #publish(): void {
    this.#snapshot = this.#takeSnapshot();
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (fault) {
        queueMicrotask(() => {
          throw fault;
        });
      }
    }
  }

  #takeSnapshot(): ServerClockState {
    const error = this.#error;
    const { hosts, samples, lastReset } = this.#core;
    return {
      connection: error ? 'offline' : error === null ? 'online' : 'connecting',
      error: error ?? null,
      server: electedHost(hosts)?.statement ?? null,
      samples,
      lastReset,
    };
  }
}
