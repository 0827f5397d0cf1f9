import type { Sample, TimeReading } from '@dataiku-assessment/clock-sync';

/** An interval against today's best estimate, in ms: what the clock may have been off at a moment. */
export interface Deviation {
  /** In ms of the device's monotonic clock. */
  readonly atMs: number;
  readonly earliestMs: number;
  readonly latestMs: number;
}

/** What one exchange left possible by itself. */
interface ExchangeDeviation extends Deviation {
  readonly roundTripMs: number;
}

/** What was known from one exchange until the next: a little less with each moment. */
export interface KnownSpan {
  readonly from: Deviation;
  readonly to: Deviation;
}

/** What the exchanges left possible, and what was known by all of them. */
export interface History {
  /** One for each exchange, when its answer came. */
  readonly exchanges: readonly ExchangeDeviation[];
  /** One for each exchange after which something was known. */
  readonly known: readonly KnownSpan[];
}

/** How the present reading is carried back to the exchanges. */
export interface Present {
  readonly atMs: number;
  /** Until when what was known last is followed. */
  readonly untilMs: number;
  readonly estimateMs: number;
  readonly scale: TimeReading['scale'];
  /** By how much a bound grows, as a fraction of the time passed. */
  readonly growth: number;
  /** The host clock that is shown: only exchanges with it say where it is. */
  readonly clockId: string | null;
}

/** The exchanges, oldest first, as deviations from what is known now. */
export function historyOf(samples: readonly Sample[], present: Present): History {
  const { scale, clockId, growth } = present;
  const shown = samples.filter((sample) => scale === 'utc' || sample.clockId === clockId);
  const exchanges: ExchangeDeviation[] = [];
  const known: KnownSpan[] = [];
  for (const [index, sample] of shown.entries()) {
    const ofExchange = sample[scale];
    if (ofExchange !== null) {
      const { roundTripMs } = sample;
      exchanges.push({ ...toDeviation(sample, ofExchange, present), roundTripMs });
    }
    const ofAll = sample.known[scale];
    if (ofAll === null) continue;
    const from = toDeviation(sample, ofAll, present);
    const untilMs = shown[index + 1]?.receivedAtMs ?? present.untilMs;
    known.push({ from, to: grow(from, untilMs, growth) });
  }
  return { exchanges, known };
}

function toDeviation(
  { receivedAtMs }: Sample,
  { earliestMs, latestMs }: Sample['host'],
  { atMs, estimateMs }: Present,
): Deviation {
  const thenMs = estimateMs - (atMs - receivedAtMs);
  return {
    atMs: receivedAtMs,
    earliestMs: earliestMs - thenMs,
    latestMs: latestMs - thenMs,
  };
}

function grow({ atMs, earliestMs, latestMs }: Deviation, untilMs: number, growth: number) {
  const byMs = (untilMs - atMs) * growth;
  return { atMs: untilMs, earliestMs: earliestMs - byMs, latestMs: latestMs + byMs };
}
