import type { PageAddress } from './page-address.ts';
import { parseInstant } from './parse-instant.ts';
import type { Ticker } from './ticker.ts';
import { FIRST_YEAR, LAST_YEAR, yearOf } from './zone-facts.ts';

/** The moment that the page shows, and the day around it, as an external store. */
export interface ShownMoment {
  /** In ms since 1970; null: now. */
  readonly getMs: () => number | null;
  /** When the 24 hours around it begin, in ms since 1970. They stay while the moment moves in them. */
  readonly getStartMs: () => number;
  /** What the address has instead of a moment; null when it has one, or none. */
  readonly getInvalid: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Moves to a moment, or back to now. A moment out of range changes nothing. */
  travel(ms: number | null): void;
  /** Writes the moment to the address. Browsers limit how often that may be done: not while it is dragged. */
  keep(): void;
}

const PARAMETER = 'at';
const HOUR_MS = 3_600_000;
export const SHOWN_MS = 24 * HOUR_MS;
/** What is shown before the moment. */
const BEFORE_MS = 10 * HOUR_MS;
/** Nearer to the end of what is shown, a moment moves the day along. */
const EDGE_MS = HOUR_MS;

/** Keeps the moment in the page's address, so that it can be shared. `now` is the device's clock. */
export function keepShownMoment(
  address: PageAddress,
  ticker: Ticker,
  now: () => number,
): ShownMoment {
  const listeners = new Set<() => void>();
  const nowMs = () => ticker.getFrame().reading?.estimateMs ?? now();
  let { ms, invalid } = momentIn(address);
  let startMs = startBefore(ms ?? nowMs());
  const show = (shown: number | null) => {
    ms = shown;
    const atMs = ms ?? nowMs();
    const isInside = atMs >= startMs + EDGE_MS && atMs <= startMs + SHOWN_MS - EDGE_MS;
    if (ms === null || !isInside) startMs = startBefore(atMs);
    for (const listener of listeners) listener();
  };
  // At the next hour, the day moves along with the present.
  ticker.subscribe(() => {
    if (ms === null && startBefore(nowMs()) !== startMs) show(null);
  });
  // The back button leads to an earlier moment.
  address.subscribe(() => {
    const told = momentIn(address);
    invalid = told.invalid;
    if (told.ms !== ms) show(told.ms);
  });
  return {
    getMs: () => ms,
    getStartMs: () => startMs,
    getInvalid: () => invalid,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    travel(to) {
      if (to === null || isInRange(to)) show(to);
    },
    keep() {
      const written = ms === null ? null : writeInstant(ms);
      if (address.get(PARAMETER) !== written) address.set(PARAMETER, written);
    },
  };
}

/** Writes a moment (ms since 1970) as RFC 3339 in UTC, without decimals that are zero. */
export function writeInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function momentIn(address: PageAddress): {
  readonly ms: number | null;
  readonly invalid: string | null;
} {
  const text = address.get(PARAMETER) || null;
  const ms = text === null ? null : parseInstant(text);
  const isMoment = ms !== null && isInRange(ms);
  return { ms: isMoment ? ms : null, invalid: isMoment ? null : text };
}

/**
 * Whether the page can show a moment, in ms since 1970: the server knows the offsets of zones in its year, and
 * in that of the day around it.
 */
export function isInRange(ms: number): boolean {
  return yearOf(ms - SHOWN_MS) >= FIRST_YEAR && yearOf(ms + SHOWN_MS) <= LAST_YEAR;
}

function startBefore(ms: number): number {
  return Math.floor(ms / HOUR_MS) * HOUR_MS - BEFORE_MS;
}
