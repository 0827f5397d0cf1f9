import type { Exchange } from './exchange.ts';

/** The clocks and timers of a device. */
export interface Device {
  /** A clock that never steps, in ms since any moment. */
  monotonicMs(): number;
  /** The most by which a span between two readings of that clock may be wrong, in ms. */
  readonly stepMs: number;
  /** The clock that the user sees, in ms since 1970. It may be stepped. */
  wallMs(): number;
  /** Calls `callback` once after `delayMs`. Returns the function that cancels it. */
  setTimer(callback: () => void, delayMs: number): () => void;
  /** A number in [0, 1), to spread retries. */
  random(): number;
  /** False for a hidden page, which does no exchanges. */
  isActive(): boolean;
  /** Calls `callback` when the device becomes active. Returns the function that unsubscribes it. */
  onActive(callback: () => void): () => void;
}

/** Does one exchange with the server; rejects when it fails. */
export type Transport = (signal: AbortSignal) => Promise<Exchange>;
