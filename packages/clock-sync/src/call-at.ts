import type { Interval } from './core/interval.ts';
import type { CompareOptions, ServerClock } from './server-clock.ts';

/** When an instant counts as reached. */
export interface CallAtOptions extends CompareOptions {
  /**
   * Which clock has to reach it. By default that of `now()`: UTC where a server bounds it, else the host
   * clock; with `surely`, UTC.
   */
  readonly scale?: CompareOptions['scale'];
  /** Waits until `compare()` says "passed", instead of for the estimate alone. */
  readonly surely?: boolean | undefined;
}

/** A timer of over 2^31-1 ms ends at once. And a sleep of the device is noticed within this time. */
const LONGEST_TIMER_MS = 60_000;

/**
 * Calls `callback` once when the server's clock reaches an instant (ms since 1970); soon, but not before
 * this returns, when it has already. Each exchange corrects the aim. A hidden tab or a busy page makes
 * the call late, nothing makes it early: while nothing is known, it is not made. Returns the function
 * that cancels it, as closing the clock does.
 *
 * There is a timer, and no frame: a frame comes no sooner.
 * @throws {RangeError} when the instant is no finite number.
 */
export function callAt(
  clock: ServerClock,
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
    // To read a clock may tell its listeners of a change. One of them may have aimed, or ended this.
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

/** How long it takes until the instant is reached, in ms; null while nothing is known. */
function timeTo(clock: ServerClock, instantMs: number, options: CallAtOptions): number | null {
  const reading = readingOf(clock, options);
  return reading && instantMs - (options.surely ? reading.earliestMs : reading.estimateMs);
}

function readingOf(clock: ServerClock, { scale, surely }: CallAtOptions): Interval | null {
  if (scale === 'host') return clock.toServer();
  return scale === 'utc' || surely ? clock.toUtc() : clock.now();
}
