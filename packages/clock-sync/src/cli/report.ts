import type { SyncedClock } from '../core/synced-clock.ts';

/** The output of the command, as data. Times are in ms. */
export interface Report {
  /** Whether UTC's bound is below the limit. */
  readonly synchronized: boolean;
  /** This machine's clock minus UTC, or minus the server's host clock; null while unknown. */
  readonly offsetMs: number | null;
  readonly boundMs: number | null;
  readonly scale: 'utc' | 'host' | null;
  /** The status of the server's own clock. */
  readonly status: string | null;
  readonly reason: string | null;
  /** Whether the server's bound rests on authenticated servers alone. */
  readonly authenticated: boolean | null;
  readonly exchanges: number;
  readonly error: string | null;
}

/** Reports on a clock, with a limit for UTC's bound in ms; null accepts any bound. */
export function reportOf(clock: SyncedClock, maxBoundMs: number | null): Report {
  const { server, samples, error } = clock.getState();
  const offset = clock.deviceOffset();
  const limitMs = maxBoundMs ?? Number.POSITIVE_INFINITY;
  return {
    synchronized: (clock.toUtc()?.boundMs ?? Number.POSITIVE_INFINITY) < limitMs,
    offsetMs: offset?.offsetMs ?? null,
    boundMs: offset?.boundMs ?? null,
    scale: offset?.scale ?? null,
    status: server?.status ?? null,
    reason: server?.reason ?? null,
    authenticated: server?.authenticated ?? null,
    exchanges: samples.length,
    error: error === null ? null : messageOf(error),
  };
}

/** Writes a report as one line of text. */
export function describe(report: Report): string {
  const { offsetMs, boundMs, scale, status, reason, authenticated, error } = report;
  if (offsetMs === null || boundMs === null) {
    return `no answer yet${error === null ? '' : `: ${error}`}`;
  }
  const other = scale === 'utc' ? 'UTC' : "the server's clock";
  const seal = authenticated ? ', authenticated' : '';
  const server = `the server is ${status}${seal}${reason === null ? '' : `: ${reason}`}`;
  const last = error === null ? '' : `; last: ${error}`;
  return `this clock ${offsetInWords(offsetMs, boundMs, other)}; ${server}${last}`;
}

/** Rounds to the digits that the bound supports, and widens the bound by the rounding. */
function offsetInWords(offsetMs: number, boundMs: number, other: string): string {
  const decimals = Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(boundMs))));
  const step = 10 ** -decimals;
  const upward = (ms: number) => (Math.ceil(ms / step) * step).toFixed(decimals);
  // The sign is unknown while zero lies within the bound.
  if (Math.abs(offsetMs) <= boundMs) {
    return `agrees with ${other} within ${upward(Math.abs(offsetMs) + boundMs)} ms`;
  }
  const direction = offsetMs < 0 ? 'behind' : 'ahead of';
  const offset = Math.abs(offsetMs).toFixed(decimals);
  return `is ${offset} ms ${direction} ${other} ± ${upward(boundMs + step / 2)} ms`;
}

/** For a name with several addresses, Node's error has no message of its own, only inner errors. */
function messageOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  return error.message || (first instanceof Error ? first.message : error.name);
}
