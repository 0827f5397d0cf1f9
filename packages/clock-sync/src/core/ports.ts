import type { Exchange } from './exchange.ts';

/** What the clock needs of the device it runs on. */
export interface Device {
  /** A clock that never steps, in ms from any start. */
  monotonicMs(): number;
  /** By how much a span between two readings of that clock may be off, in ms. */
  readonly stepMs: number;
  /** The clock that the user sees, in ms since 1970. It may step. */
  wallMs(): number;
  /** Calls `callback` once after `delayMs`. Returns the function that cancels it. */
  setTimer(callback: () => void, delayMs: number): () => void;
  /** A number in [0, 1), to spread retries. */
  random(): number;
  /** Whether anyone may be looking: a hidden page exchanges nothing. */
  isActive(): boolean;
  /** Calls `callback` when an exchange may be worth it at once. Returns the function that ends it. */
  onActive(callback: () => void): () => void;
}

/** Does one exchange with the server, or rejects with what went wrong. */
export type Transport = (signal: AbortSignal) => Promise<Exchange>;
