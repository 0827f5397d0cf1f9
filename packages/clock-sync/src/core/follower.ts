import { watchDeviceClock } from './device-clock-watch.ts';
import { type DeviceOffset, measureDeviceOffset } from './device-offset.ts';
import { type Shown, slew, type TimeReading } from './display.ts';
import { type Estimate, toEstimate } from './estimate.ts';
import { createExchangeLoop, type ExchangeLoop } from './exchange-loop.ts';
import { notifyAll } from './notify-all.ts';
import type { Pace } from './pacing.ts';
import type { Device, Transport } from './ports.ts';
import {
  hostIntervalAt,
  initialState,
  type SyncState,
  utcIntervalAt,
  withDeviceClockChange,
  withExchange,
} from './sync-state.ts';
import type { CompareOptions, SyncedClock, SyncedClockState } from './synced-clock.ts';
import { electedHost } from './tracked-hosts.ts';
import { whenBoundBelow } from './when-bound-below.ts';

/**
 * What is assumed of drifts. The clock of a device may be off by the kernel's limit, and so may that of a
 * host. Once measured, a device's drift changes by up to 100 ppm, a host's by 50 (the server's own limit).
 */
const UTC_DRIFTS = { driftLimit: 500e-6, driftChange: 100e-6 };
const HOST_DRIFTS = { driftLimit: 1000e-6, driftChange: 150e-6 };

/** Follows a server's clock over a device and a transport: keeps the state, and reads time from it. */
export class Follower implements SyncedClock {
  readonly #device: Device;
  readonly #transport: Transport;
  readonly #listeners = new Set<() => void>();
  readonly #closing = new AbortController();
  readonly #checkClock: ReturnType<typeof watchDeviceClock>;
  readonly #loop: ExchangeLoop;
  #state: SyncState;
  /** Why the last exchange failed; null when it succeeded, undefined before the first one. */
  #error: Error | null | undefined;
  #shown: Shown | null = null;
  /** When the device last slept or its clock was set: no earlier moment can be placed. */
  #sinceMs = 0;
  #snapshot: SyncedClockState;
  readonly closed = this.#closing.signal;

  constructor(device: Device, transport: Transport, pace: Pace) {
    this.#device = device;
    this.#transport = transport;
    const { stepMs } = device;
    this.#state = initialState({
      host: { stepMs, ...HOST_DRIFTS },
      utc: { stepMs, ...UTC_DRIFTS },
    });
    this.#checkClock = watchDeviceClock(device);
    this.#loop = createExchangeLoop(device, pace, {
      exchange: () => this.#exchange(),
      state: () => this.#state,
      onDone: (error) => {
        this.#error = error;
        this.#publish();
      },
    });
    this.#snapshot = this.#takeSnapshot();
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

  toServer(monotonicMs = this.#device.monotonicMs()): Estimate | null {
    return this.#estimateAt(hostIntervalAt, monotonicMs);
  }

  toUtc(monotonicMs = this.#device.monotonicMs()): Estimate | null {
    return this.#estimateAt(utcIntervalAt, monotonicMs);
  }

  // Properties, so that they can be passed on without their object, for example to useSyncExternalStore.
  readonly getState = (): SyncedClockState => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  deviceOffset(): DeviceOffset | null {
    return measureDeviceOffset(this.#device, () => this.now());
  }

  compare(instantMs: number, { scale }: CompareOptions = {}): 'passed' | 'ahead' | 'uncertain' {
    const interval = scale === 'host' ? this.toServer() : this.toUtc();
    if (interval && instantMs < interval.earliestMs) return 'passed';
    return interval && instantMs > interval.latestMs ? 'ahead' : 'uncertain';
  }

  whenBoundBelow(boundMs: number): Promise<TimeReading> {
    return whenBoundBelow(this, boundMs);
  }

  refresh(): Promise<void> {
    return this.#loop.refresh();
  }

  close(): void {
    if (this.closed.aborted) return;
    this.#closing.abort();
    this.#loop.close();
    this.#publish();
    this.#listeners.clear();
  }

  async #exchange(): Promise<void> {
    this.#checkDeviceClock();
    const known = this.#state;
    const exchange = await this.#transport(this.closed);
    this.#checkDeviceClock();
    // If the device slept between the two stamps, its monotonic clock missed some of the time.
    if (this.#state === known) this.#state = withExchange(known, exchange);
  }

  /** Drops everything known when the device slept or its clock was set, and asks the server again. */
  #checkDeviceClock(): void {
    const change = this.#checkClock();
    if (!change) return;
    this.#state = withDeviceClockChange(this.#state, change);
    this.#sinceMs = change.atMs;
    this.#shown = null;
    this.#publish();
    void this.refresh();
  }

  #readingAt(atMs: number): TimeReading | null {
    const utc = this.toUtc(atMs);
    if (utc) return { ...utc, scale: 'utc' };
    const host = this.toServer(atMs);
    return host && { ...host, scale: 'host' };
  }

  #estimateAt(intervalAt: typeof hostIntervalAt, atMs: number): Estimate | null {
    this.#checkDeviceClock();
    const interval = atMs < this.#sinceMs ? null : intervalAt(this.#state, atMs);
    // Whenever there is an interval, there is an origin.
    return interval && toEstimate(interval, this.#state.originMs ?? 0);
  }

  #publish(): void {
    this.#snapshot = this.#takeSnapshot();
    notifyAll(this.#listeners);
  }

  #takeSnapshot(): SyncedClockState {
    const error = this.#error;
    const { hosts, samples, lastReset } = this.#state;
    return {
      connection: error ? 'offline' : error === null ? 'online' : 'connecting',
      error: error ?? null,
      server: electedHost(hosts)?.server ?? null,
      samples,
      lastReset,
    };
  }
}
