import type { Sample, SyncedClock } from '@dataiku-assessment/clock-sync';
import type { Ticker } from '../../lib/ticker.ts';
import { type History, historyOf } from './history.ts';

/** The data of the picture. */
export interface Picture extends History {
  readonly samples: readonly Sample[];
  /** The end of the drawing, in ms of the device's monotonic clock. */
  readonly untilMs: number;
  /** The server's time at a moment of that clock, in ms since 1970. */
  readonly timeOf: (monotonicMs: number) => number;
}

/** A burst has five exchanges a second. A picture that followed each of them would flicker. */
const PACE_MS = 1_000;
/** The span, in ms, over which the growth of the bound is read from the clock. */
const GROWTH_SPAN_MS = 1_000_000;
/** The drawing ends this share of its span after the last exchange, so that its effect is visible. */
const MARGIN = 0.04;

const EMPTY: Picture = {
  samples: [],
  exchanges: [],
  known: [],
  untilMs: 0,
  timeOf: () => 0,
};

/** The picture, as an external store. */
export interface PacedPicture {
  readonly getPicture: () => Picture;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Keeps the picture. It changes after an exchange, at most once a second. */
export function pacePicture(clock: SyncedClock, ticker: Ticker): PacedPicture {
  let samples: readonly Sample[] | null = null;
  let takenAtMs = Number.NEGATIVE_INFINITY;
  let picture = EMPTY;
  const look = () => {
    const { atMs } = ticker.getFrame();
    const latest = clock.getState().samples;
    if (latest === samples || atMs - takenAtMs < PACE_MS) return;
    samples = latest;
    // The first exchange shows at once.
    takenAtMs = latest.length === 0 ? Number.NEGATIVE_INFINITY : atMs;
    picture = takePicture(clock, samples);
  };
  look();
  // Subscribes first, so that the listeners below get the picture of the same tick.
  ticker.subscribe(look);
  return { getPicture: () => picture, subscribe: ticker.subscribe };
}

/** Compares the samples with the estimate at the last of them. */
function takePicture(clock: SyncedClock, samples: readonly Sample[]): Picture {
  const [first, last] = [samples[0], samples.at(-1)];
  const now = clock.now();
  if (first === undefined || last === undefined || now === null) return EMPTY;
  const { scale } = now;
  const knownAt = (ms: number) => (scale === 'utc' ? clock.toUtc(ms) : clock.toServer(ms)) ?? now;
  const atMs = last.receivedAtMs;
  const { estimateMs, boundMs } = knownAt(atMs);
  const untilMs = atMs + (atMs - first.receivedAtMs) * MARGIN;
  const growth = (knownAt(atMs + GROWTH_SPAN_MS).boundMs - boundMs) / GROWTH_SPAN_MS;
  const clockId = clock.getState().server?.clockId ?? null;
  return {
    ...historyOf(samples, { atMs, untilMs, estimateMs, scale, growth, clockId }),
    samples,
    untilMs,
    timeOf: (monotonicMs) => estimateMs + monotonicMs - atMs,
  };
}
