/** The number of shown digits, and when a lost digit may come back. */
export interface DigitHold {
  readonly digits: number;
  /** In ms of the device's monotonic clock; null if no digit was lost. */
  readonly regainAtMs: number | null;
}

/** The bound grows and shrinks with every exchange, seconds apart. A digit must stay supported for a few. */
const HOLD_MS = 10_000;

/**
 * The number of digits to show, given the number that the bound supports now. An unsupported digit
 * disappears at once. It comes back after it was supported for ten seconds without a break, so that it
 * doesn't blink with each exchange.
 */
export function holdDigits(previous: DigitHold | null, supported: number, atMs: number): DigitHold {
  if (previous === null) return { digits: supported, regainAtMs: null };
  if (supported < previous.digits) return { digits: supported, regainAtMs: atMs + HOLD_MS };
  if (previous.regainAtMs === null) return { digits: supported, regainAtMs: null };
  if (supported === previous.digits) return { ...previous, regainAtMs: atMs + HOLD_MS };
  return atMs < previous.regainAtMs ? previous : { digits: supported, regainAtMs: null };
}
