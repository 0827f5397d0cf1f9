import type { TrustedStamps } from './trusted-stamps.ts';

/** The two stamps of the device in one exchange, in ms of `performance.now()`. */
export interface DeviceStamps {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
}

/** The part of PerformanceResourceTiming that the correction rests on. */
export interface TimingEntry {
  readonly requestStart: number;
  readonly responseStart: number;
  /** 0 unless the page has a service worker that looks at requests. */
  readonly workerStart: number;
  /** Who answered in the end, where a static route of the worker says so; by Chromium's name. */
  readonly workerFinalSourceType?: string;
  /** The same by the standard's name. */
  readonly workerFinalRouterSource?: string;
  /** When an interim (1xx) answer came; 0 or missing if none did. */
  readonly firstInterimResponseStart?: number;
}

/** What an entry has to agree with before its stamps are taken. */
export interface EntryLimits {
  readonly trusted: TrustedStamps;
  /** By how much a span between two readings of the device's clock may be off, in ms. */
  readonly stepMs: number;
  /** How long the server itself held the request, in ms. */
  readonly holdMs: number;
}

/**
 * The stamps that the browser itself took next to the socket, where they are proven; else the stamps
 * around `fetch`, which are safe everywhere. The browser's leave out connection set-up, queueing and
 * the page's own work.
 *
 * An entry is refused when the server doesn't allow its times (all 0), when an interim answer or a
 * service worker stood in between, and when it lies outside of the stamps around `fetch`. A round trip
 * shorter than the server's hold time, or than what the timer can resolve, proves that its stamps are
 * broken. A worker whose static route sends the request to the network is not in between: the stamps
 * are the socket's. One that saw the request and let it pass can't be told from one that answered it.
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
