import type { Sample, TimeReading } from '@dataiku-assessment/clock-sync';

/** An interval against today's best estimate, in ms: what the clock may have been off at a moment. */
export interface Deviation {
  /** In ms of the device's monotonic clock. */
  readonly atMs: number;
  readonly earliestMs: number;
  readonly latestMs: number;
}

/** What the exchanges left possible, and what all of them together did. */
export interface History {
  /** One for each exchange, when its answer came. */
  readonly exchanges: readonly Deviation[];
  /** Their intersection: right after each exchange, and grown to right before the next. */
  readonly intersection: readonly Deviation[];
}

/** How the present reading is carried back to the exchanges. */
export interface Present {
  readonly atMs: number;
  /** Until when the last intersection is followed. */
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
  const exchanges = samples.flatMap((sample) => toDeviation(sample, present));
  const intersection: Deviation[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    const before = intersection.at(-1);
    const after = before === undefined ? exchange : intersect(before, exchange);
    const untilMs = exchanges[index + 1]?.atMs ?? present.untilMs;
    intersection.push(after, grow(after, untilMs, present.growth));
  }
  return { exchanges, intersection };
}

function toDeviation(sample: Sample, { atMs, estimateMs, scale, clockId }: Present): Deviation[] {
  const bounds = scale === 'utc' ? sample.utc : sample.host;
  if (bounds === null || (scale === 'host' && sample.clockId !== clockId)) return [];
  const thenMs = estimateMs - (atMs - sample.receivedAtMs);
  return [
    {
      atMs: sample.receivedAtMs,
      earliestMs: bounds.earliestMs - thenMs,
      latestMs: bounds.latestMs - thenMs,
    },
  ];
}

/** Two that exclude each other are a contradiction: what came before was dropped. */
function intersect(before: Deviation, exchange: Deviation): Deviation {
  const earliestMs = Math.max(before.earliestMs, exchange.earliestMs);
  const latestMs = Math.min(before.latestMs, exchange.latestMs);
  return earliestMs > latestMs ? exchange : { atMs: exchange.atMs, earliestMs, latestMs };
}

function grow({ atMs, earliestMs, latestMs }: Deviation, untilMs: number, growth: number) {
  const byMs = (untilMs - atMs) * growth;
  return { atMs: untilMs, earliestMs: earliestMs - byMs, latestMs: latestMs + byMs };
}
