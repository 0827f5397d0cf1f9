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
  const direction = offsetMs < 0 ? 'behind' : 'ahead of';
  const other = scale === 'utc' ? 'UTC' : "the server's clock";
  const offset = `this clock is ${Math.abs(offsetMs).toFixed(3)} ms ${direction} ${other}`;
  const server = `the server is ${status}${reason === null ? '' : `: ${reason}`}`;
  // Up, and by what the rounding of the offset may add: a shown interval contains the truth as well.
  const bound = (Math.ceil(boundMs * 1_000 + 0.5) / 1_000).toFixed(3);
  return `${offset} ± ${bound} ms; ${server}${error === null ? '' : `; last: ${error}`}`;
}

/** Node hides what went wrong with each of a name's addresses inside of an empty message. */
function messageOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  return error.message || (first instanceof Error ? first.message : error.name);
}
