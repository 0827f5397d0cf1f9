import { createSyncedClock, type SyncedClock } from '@dataiku-assessment/clock-sync';

/** What one round found: a fresh clock, held against this machine's own, which is the server's too. */
export interface Round {
  /** How far the truth lay outside the interval, in ms; 0 when it was inside. */
  readonly outsideMs: number;
  readonly boundMs: number;
  /** Why the clock dropped what it knew; null when it never did. */
  readonly reset: string | null;
}

export interface Rounds {
  readonly url: string;
  readonly count: number;
  /** Whether the main thread has other work to do most of the time. */
  readonly isBusy: boolean;
}

const AT_ONCE = 5;
const BURST_EXCHANGES = 8;
const EDGES = 3;

/** Runs rounds in a page, some at the same time, each begun a little after the one before. */
export async function runRounds({ url, count, isBusy }: Rounds): Promise<Round[]> {
  const stopWork = isBusy ? keepBusy() : () => {};
  const rounds: Round[] = [];
  while (rounds.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - rounds.length) }, async (_, i) => {
      await wait(i * 37);
      return runRound(url);
    });
    rounds.push(...(await Promise.all(some)));
  }
  stopWork();
  return rounds;
}

async function runRound(url: string): Promise<Round> {
  const clock = createSyncedClock({ url });
  let exchanges = 0;
  await new Promise<void>((resolve) => {
    clock.subscribe(() => {
      exchanges += 1;
      if (exchanges >= BURST_EXCHANGES) resolve();
    });
  });
  const reset = clock.getState().lastReset;
  const round = { ...holdAgainstTruth(clock), reset: reset && JSON.stringify(reset) };
  clock.close();
  return round;
}

/** The narrowest of some edges of the wall clock tells most. */
function holdAgainstTruth(clock: SyncedClock): Omit<Round, 'reset'> {
  const edges = Array.from({ length: EDGES }, readEdge);
  const narrowest = edges.reduce((a, b) => (b.untilMs - b.fromMs < a.untilMs - a.fromMs ? b : a));
  const before = clock.toServer(narrowest.fromMs);
  const after = clock.toServer(narrowest.untilMs);
  if (before === null || after === null) return { outsideMs: Number.POSITIVE_INFINITY, boundMs: 0 };
  const early = before.earliestMs - narrowest.wallMs;
  const late = narrowest.wallMs - after.latestMs;
  return { outsideMs: Math.max(0, early, late), boundMs: after.boundMs };
}

/** A moment at which the wall clock turned to `wallMs`: it lies between two monotonic readings. */
function readEdge() {
  let wallMs = Date.now();
  for (let fromMs = performance.now(); ; ) {
    const startedMs = performance.now();
    const nextMs = Date.now();
    const untilMs = performance.now();
    if (nextMs !== wallMs) return { wallMs: nextMs, fromMs, untilMs };
    fromMs = startedMs;
    wallMs = nextMs;
  }
}

function keepBusy(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const work = () => {
    const untilMs = performance.now() + 20;
    while (performance.now() < untilMs);
    timer = setTimeout(work, 5);
  };
  work();
  return () => clearTimeout(timer);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
