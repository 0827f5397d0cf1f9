import type { ServerClock } from '../server-clock.ts';

/** What the command prints, as data. Times are in ms. */
export interface Report {
  /** Whether UTC is known within the limit. */
  readonly synchronized: boolean;
  /** This machine's clock minus UTC, or minus the server's host clock; null while not known. */
  readonly offsetMs: number | null;
  readonly boundMs: number | null;
  readonly scale: 'utc' | 'host' | null;
  /** What the server says of its own clock. */
  readonly status: string | null;
  readonly reason: string | null;
  readonly exchanges: number;
  readonly error: string | null;
}

/** What a clock knows now, judged against a limit on UTC's bound in ms; null accepts any bound. */
export function reportOf(clock: ServerClock, maxErrorMs: number | null): Report {
  const { server, samples, error } = clock.getState();
  const offset = clock.deviceOffset();
  const limitMs = maxErrorMs ?? Number.POSITIVE_INFINITY;
  return {
    synchronized: (clock.toUtc()?.boundMs ?? Number.POSITIVE_INFINITY) < limitMs,
    offsetMs: offset?.offsetMs ?? null,
    boundMs: offset?.boundMs ?? null,
    scale: offset?.scale ?? null,
    status: server?.status ?? null,
    reason: server?.reason ?? null,
    exchanges: samples.length,
    error: error === null ? null : messageOf(error),
  };
}

/** One line for people. */
export function describe(report: Report): string {
  const { offsetMs, boundMs, scale, status, reason, error } = report;
  if (offsetMs === null || boundMs === null) {
    return `no answer yet${error === null ? '' : `: ${error}`}`;
  }
  const other = scale === 'utc' ? 'UTC' : "the server's clock";
  const server = `the server is ${status}${reason === null ? '' : `: ${reason}`}`;
  const last = error === null ? '' : `; last: ${error}`;
  return `this clock ${offsetInWords(offsetMs, boundMs, other)}; ${server}${last}`;
}

/** With the digits that the bound supports, and rounded so that what is shown contains the truth. */
function offsetInWords(offsetMs: number, boundMs: number, other: string): string {
  const decimals = Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(boundMs))));
  const step = 10 ** -decimals;
  const upward = (ms: number) => (Math.ceil(ms / step) * step).toFixed(decimals);
  // As long as nought lies within the bound, not even the sign is known.
  if (Math.abs(offsetMs) <= boundMs) {
    return `agrees with ${other} within ${upward(Math.abs(offsetMs) + boundMs)} ms`;
  }
  const direction = offsetMs < 0 ? 'behind' : 'ahead of';
  const offset = Math.abs(offsetMs).toFixed(decimals);
  return `is ${offset} ms ${direction} ${other} ± ${upward(boundMs + step / 2)} ms`;
}

/** Node hides what went wrong with each of a name's addresses inside of an empty message. */
function messageOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  return error.message || (first instanceof Error ? first.message : error.name);
}
