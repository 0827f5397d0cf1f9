import type { Sample, TimeReading } from '@dataiku-assessment/clock-sync';

/** An interval minus the present best estimate, in ms. */
export interface RelativeInterval {
  /** In ms of the device's monotonic clock. */
  readonly atMs: number;
  readonly earliestMs: number;
  readonly latestMs: number;
}

/** The interval of one exchange alone. */
interface ExchangeInterval extends RelativeInterval {
  readonly roundTripMs: number;
}

/** The interval known from one exchange until the next. It grows in between. */
export interface KnownSpan {
  readonly from: RelativeInterval;
  readonly to: RelativeInterval;
}

/** The intervals of the exchanges, alone and intersected. */
export interface History {
  /** One for each exchange, at the moment of its reply. */
  readonly exchanges: readonly ExchangeInterval[];
  /** One for each exchange after which the time was known. */
  readonly known: readonly KnownSpan[];
}

/** The present reading, which past intervals are compared with. */
export interface Present {
  readonly atMs: number;
  /** The end of the last known span. */
  readonly untilMs: number;
  readonly estimateMs: number;
  readonly scale: TimeReading['scale'];
  /** The growth of a bound, as a fraction of the time passed. */
  readonly growth: number;
  /** The elected host clock. On the host scale, only its own exchanges count. */
  readonly clockId: string | null;
}

/** Compares the samples, oldest first, with the present estimate. */
export function historyOf(samples: readonly Sample[], present: Present): History {
  const { scale, clockId, growth } = present;
  const shown = samples.filter((sample) => scale === 'utc' || sample.clockId === clockId);
  const exchanges: ExchangeInterval[] = [];
  const known: KnownSpan[] = [];
  for (const [index, sample] of shown.entries()) {
    const ofExchange = sample[scale];
    if (ofExchange !== null) {
      const { roundTripMs } = sample;
      exchanges.push({ ...toRelative(sample, ofExchange, present), roundTripMs });
    }
    const ofAll = sample.known[scale];
    if (ofAll === null) continue;
    const from = toRelative(sample, ofAll, present);
    const untilMs = shown[index + 1]?.receivedAtMs ?? present.untilMs;
    known.push({ from, to: grow(from, untilMs, growth) });
  }
  return { exchanges, known };
}

function toRelative(
  { receivedAtMs }: Sample,
  { earliestMs, latestMs }: Sample['host'],
  { atMs, estimateMs }: Present,
): RelativeInterval {
  const thenMs = estimateMs - (atMs - receivedAtMs);
  return {
    atMs: receivedAtMs,
    earliestMs: earliestMs - thenMs,
    latestMs: latestMs - thenMs,
  };
}

function grow({ atMs, earliestMs, latestMs }: RelativeInterval, untilMs: number, growth: number) {
  const byMs = (untilMs - atMs) * growth;
  return { atMs: untilMs, earliestMs: earliestMs - byMs, latestMs: latestMs + byMs };
}
