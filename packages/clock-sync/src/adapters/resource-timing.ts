import type { TrustedStamps } from './trusted-stamps.ts';

/** The device's two stamps of one exchange, in ms of `performance.now()`. */
export interface DeviceStamps {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
}

/** The part of PerformanceResourceTiming that is used. */
export interface TimingEntry {
  readonly requestStart: number;
  readonly responseStart: number;
  /** 0 unless the page has a service worker that handles requests. */
  readonly workerStart: number;
  /** The source that a static route of the service worker chose, under Chromium's name. */
  readonly workerFinalSourceType?: string;
  /** The same under the standard's name. */
  readonly workerFinalRouterSource?: string;
  /** When an interim (1xx) response came; 0 or missing if there was none. */
  readonly firstInterimResponseStart?: number;
}

/** The limits that an entry's stamps are checked against. */
export interface EntryLimits {
  readonly trusted: TrustedStamps;
  /** The most by which a span between two readings of the device's clock may be wrong, in ms. */
  readonly stepMs: number;
  /** The time that the request spent in the server, in ms. */
  readonly holdMs: number;
}

/**
 * Returns the browser's own stamps, taken next to the socket, if they are trusted in this engine and
 * plausible; else the stamps around `fetch`, which are safe everywhere. The browser's stamps exclude
 * connection set-up, queueing and the page's own work.
 *
 * An entry is refused when the server doesn't allow its times (they are all 0), after an interim
 * response, when a service worker may have answered, and when its stamps lie outside the stamps around
 * `fetch`. It is also refused when its round trip is shorter than the time spent in the server or than
 * the timer's step: one of its stamps is then wrong. With a static route to the network, the service
 * worker never sees the request, so the entry counts. A worker that lets a request pass looks the same
 * as one that answers it.
 */
export function correctStamps(
  around: DeviceStamps,
  entry: TimingEntry | undefined,
  { trusted, stepMs, holdMs }: EntryLimits,
): DeviceStamps {
  if (trusted === 'none' || entry === undefined || !isFromSocket(entry)) return around;
  const sentAtMs = trusted === 'both' ? entry.requestStart : around.sentAtMs;
  const receivedAtMs = entry.responseStart;
  const isPossible =
    around.sentAtMs - stepMs <= sentAtMs &&
    receivedAtMs - sentAtMs >= Math.max(stepMs, holdMs) &&
    receivedAtMs <= around.receivedAtMs + stepMs;
  return isPossible ? { sentAtMs, receivedAtMs } : around;
}

function isFromSocket(entry: TimingEntry): boolean {
  const source = entry.workerFinalSourceType ?? entry.workerFinalRouterSource;
  const isFromNetwork = entry.workerStart === 0 || source === 'network';
  return entry.requestStart > 0 && isFromNetwork && !entry.firstInterimResponseStart;
}
