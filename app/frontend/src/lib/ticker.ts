import type { DeviceOffset, SyncedClock, TimeReading } from '@dataiku-assessment/clock-sync';
import { supportedDigits, WHOLE_SECONDS } from './clock-digits.ts';
import { courseOf } from './course.ts';
import { grownByDrift } from './device-drift.ts';
import { type DigitHold, holdDigits } from './digit-hold.ts';
import { uncertainPower } from './format-measure.ts';
import type { Recalled } from './last-known.ts';

/** The device's offset, and the step it is rounded to: a power of ten, in ms. */
export interface ShownOffset extends DeviceOffset {
  readonly stepMs: number;
}

/** The time that the page shows at one moment. */
export interface Frame {
  /** The server's time for the display, with a bound that holds until the next frame; null while unknown. */
  readonly reading: TimeReading | null;
  /** The moment of the reading, in ms of the device's monotonic clock. */
  readonly atMs: number;
  /** The rate of the display until the next frame: 1, or a tenth more or less while it is slewed. */
  readonly rate: number;
  /** How many of the clock's nine digits are shown, from the left. */
  readonly digits: number;
  /** The device's offset, with a bound that holds until the next frame. */
  readonly deviceOffset: ShownOffset | null;
  /** The time of the measurement if an earlier visit made it, in ms since 1970; else null. */
  readonly measuredMs: number | null;
}

const MINUTE_MS = 60_000;

/** The minute that is shown, in ms since 1970; null while the hour, and so the date, is unknown. */
export function minuteOf({ reading, digits }: Pick<Frame, 'reading' | 'digits'>): number | null {
  return reading && digits > 0 ? Math.floor(reading.estimateMs / MINUTE_MS) * MINUTE_MS : null;
}

/** The page's only timer: it makes a new frame every second and after each exchange. */
export interface Ticker {
  readonly getFrame: () => Frame;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface TickerOptions {
  readonly monotonicMs: () => number;
  /** False for a hidden page, which gets no frames. */
  readonly isVisible: () => boolean;
  /** The measurement of an earlier visit; used while the server hasn't answered in this one. */
  readonly recall: () => Recalled | null;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
}

const NOTHING = {
  reading: null,
  rate: 1,
  digits: 0,
  deviceOffset: null,
  measuredMs: null,
} as const;

/** Starts a ticker. It runs as long as the page. Call `wake` when the page is shown or hidden. */
export function startTicker(
  clock: SyncedClock,
  { monotonicMs, isVisible, recall, setTimer }: TickerOptions,
): Ticker & { readonly wake: () => void } {
  const listeners = new Set<() => void>();
  let hold: DigitHold | null = null;
  let offsetHold: DigitHold | null = null;
  let frame: Frame = { ...NOTHING, atMs: 0 };
  let cancelTimer = () => {};
  let turn = 0;

  const tick = () => {
    turn += 1;
    const mine = turn;
    cancelTimer();
    const atMs = monotonicMs();
    const known = readClock(clock, atMs);
    // If the clock noticed during the reading that the device slept, it has called tick already.
    if (mine !== turn) return;
    if (known === null) {
      hold = null;
      offsetHold = null;
      const recalled = isUnanswered(clock) ? recall() : null;
      frame =
        recalled === null ? { ...NOTHING, atMs } : recalledFrame(recalled, monotonicMs(), atMs);
      if (recalled !== null && isVisible()) {
        const { estimateMs } = recalled.reading;
        cancelTimer = setTimer(tick, courseOf(estimateMs, estimateMs).delayMs);
      }
    } else {
      const { reading, rate, delayMs, offset } = known;
      hold = holdDigits(hold, supportedDigits(reading.boundMs), atMs);
      // Held like the digits of the time: decimals that change with each exchange would flicker.
      offsetHold = offset && holdDigits(offsetHold, -uncertainPower(offset.boundMs), atMs);
      const deviceOffset = offset && offsetHold && { ...offset, stepMs: 10 ** -offsetHold.digits };
      const digits = shownDigits(reading, hold.digits);
      frame = { reading, atMs, rate, digits, deviceOffset, measuredMs: null };
      if (isVisible()) cancelTimer = setTimer(tick, delayMs);
    }
    for (const listener of listeners) listener();
  };

  // Each exchange lowers the bound at once, and the first one starts the display.
  clock.subscribe(tick);
  tick();
  return {
    getFrame: () => frame,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake: tick,
  };
}

/** Whether the server is unreachable and hasn't answered since the page was opened. */
function isUnanswered(clock: SyncedClock): boolean {
  const { connection, samples, lastReset } = clock.getState();
  return connection === 'offline' && samples.length === 0 && lastReset === null;
}

/** While UTC is unknown, running hundredths would suggest that they are UTC's. */
function shownDigits({ scale }: TimeReading, supported: number): number {
  return scale === 'host' ? Math.min(supported, WHOLE_SECONDS) : supported;
}

/** A frame from an earlier visit's measurement, which was recalled between the two moments. */
function recalledFrame(recalled: Recalled, atMs: number, notBeforeMs: number): Frame {
  const reading = widened(recalled.reading, atMs - notBeforeMs);
  const { boundMs } = reading;
  return {
    reading,
    atMs,
    rate: 1,
    digits: shownDigits(reading, supportedDigits(boundMs)),
    deviceOffset: { ...recalled.deviceOffset, stepMs: 10 ** uncertainPower(boundMs) },
    measuredMs: recalled.measuredMs,
  };
}

/** Reads the clock at a moment, with bounds that hold until the next frame; null while it is unknown. */
function readClock(clock: SyncedClock, atMs: number) {
  const displayed = clock.display(atMs);
  if (displayed === null) return null;
  const known = (ms: number) =>
    (displayed.scale === 'utc' ? clock.toUtc(ms) : clock.toServer(ms)) ?? displayed;
  const { estimateMs, boundMs } = known(atMs);
  const { rate, delayMs } = courseOf(displayed.estimateMs, estimateMs);
  const offset = clock.deviceOffset();
  const growthMs = Math.max(0, known(atMs + delayMs).boundMs - boundMs);
  return {
    reading: widened(displayed, growthMs),
    rate,
    delayMs,
    // Both clocks grow uncertain: the server's, and the device's own against its monotonic clock.
    offset: offset && grownByDrift(widened(offset, growthMs), delayMs),
  };
}

function widened<T extends { readonly boundMs: number }>(known: T, byMs: number): T {
  return { ...known, boundMs: known.boundMs + byMs };
}
