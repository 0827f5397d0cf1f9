/** How many digits are shown, and from when on a lost one may come back. */
export interface DigitHold {
  readonly digits: number;
  /** In ms of the device's monotonic clock; null while no digit was lost. */
  readonly regainAtMs: number | null;
}

/** The bound breathes between exchanges, seconds apart: a digit must outlast a few of them. */
const HOLD_MS = 10_000;

/**
 * The digits to show, given those that the bound supports at this moment. An unsupported digit goes
 * at once; a lost one comes back after ten seconds without a break in which it was supported, so
 * that it doesn't blink with each exchange.
 */
export function holdDigits(previous: DigitHold | null, supported: number, atMs: number): DigitHold {
  if (previous === null) return { digits: supported, regainAtMs: null };
  if (supported < previous.digits) return { digits: supported, regainAtMs: atMs + HOLD_MS };
  if (previous.regainAtMs === null) return { digits: supported, regainAtMs: null };
  if (supported === previous.digits) return { ...previous, regainAtMs: atMs + HOLD_MS };
  return atMs < previous.regainAtMs ? previous : { digits: supported, regainAtMs: null };
}
