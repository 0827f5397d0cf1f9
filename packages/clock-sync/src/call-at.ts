import type { Estimate } from './core/estimate.ts';
import type { CompareOptions, SyncedClock } from './core/synced-clock.ts';

/** Which clock has to reach the instant, and how surely. */
export interface CallAtOptions extends CompareOptions {
  /**
   * The clock that has to reach the instant. Default: the clock of `now()`, which is UTC if the server
   * bounds it and else the host clock; with `surely`, UTC.
   */
  readonly scale?: CompareOptions['scale'];
  /** Whether to wait until `compare()` says "passed", and not only for the estimate. Default: false. */
  readonly surely?: boolean | undefined;
}

/** A timer of over 2^31-1 ms fires at once. Also the time within which a sleep of the device is noticed. */
const LONGEST_TIMER_MS = 60_000;

/**
 * Calls `callback` once when the server's clock reaches an instant (ms since 1970). If it has already
 * passed, the call comes soon after this function returns. Each exchange sets the timer anew. A hidden tab
 * or a busy page delays the call, and nothing makes it early: there is no call while the time is unknown.
 * Returns the function that cancels it; closing the clock cancels it too.
 * @throws {RangeError} when the instant isn't a finite number.
 */
export function callAt(
  clock: SyncedClock,
  instantMs: number,
  callback: () => void,
  options: CallAtOptions = {},
): () => void {
  if (!Number.isFinite(instantMs)) {
    throw new RangeError(`instantMs is ${instantMs}, but must be a finite number of ms since 1970`);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const cancel = () => {
    isOver = true;
    clearTimeout(timer);
    unsubscribe();
  };
  const aim = () => {
    const restMs = timeTo(clock, instantMs, options);
    // Reading the clock may notify listeners, and one of those may have set the timer or cancelled it.
    clearTimeout(timer);
    if (clock.closed.aborted) cancel();
    if (isOver || restMs === null) return;
    timer = setTimeout(look, Math.max(1, Math.min(restMs, LONGEST_TIMER_MS)));
  };
  const look = () => {
    const restMs = timeTo(clock, instantMs, options);
    if (restMs === null || restMs >= 0) return aim();
    cancel();
    callback();
  };
  const unsubscribe = clock.subscribe(aim);
  aim();
  return cancel;
}

/** The time left until the instant is reached, in ms; null while the time is unknown. */
function timeTo(clock: SyncedClock, instantMs: number, options: CallAtOptions): number | null {
  const reading = readingOf(clock, options);
  return reading && instantMs - (options.surely ? reading.earliestMs : reading.estimateMs);
}

function readingOf(clock: SyncedClock, { scale, surely }: CallAtOptions): Estimate | null {
  if (scale === 'host') return clock.toServer();
  return scale === 'utc' || surely ? clock.toUtc() : clock.now();
}
