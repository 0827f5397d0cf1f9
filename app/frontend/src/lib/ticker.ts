import type { DeviceOffset, SyncedClock, TimeReading } from '@dataiku-assessment/clock-sync';
import { supportedDigits } from './clock-digits.ts';
import { courseOf } from './course.ts';
import { type DigitHold, holdDigits } from './digit-hold.ts';
import { uncertainPower } from './format-measure.ts';
import { type Recalled, WALL_RATE_ERROR } from './last-known.ts';

/** How far the device is off, and to which step that is told, in ms: a power of ten. */
export interface ShownOffset extends DeviceOffset {
  readonly stepMs: number;
}

/** What the page shows of the time at one moment. */
export interface Frame {
  /** The server's time as it is displayed, with a bound that holds until the next frame; or null. */
  readonly reading: TimeReading | null;
  /** When it was read, in ms of the device's monotonic clock. */
  readonly atMs: number;
  /** How fast the display goes on until the next frame: 1, or a tenth more or less. */
  readonly rate: number;
  /** How many of the clock's nine digits are shown, from the left. */
  readonly digits: number;
  /** With a bound that holds as long. */
  readonly deviceOffset: ShownOffset | null;
  /** When an earlier visit measured it, in ms since 1970; null when this visit did. */
  readonly measuredMs: number | null;
}

/** The page's only timer: a new frame with each second, and with each exchange. */
export interface Ticker {
  readonly getFrame: () => Frame;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface TickerOptions {
  readonly monotonicMs: () => number;
  /** Whether anyone may be looking: a hidden page makes no frames. */
  readonly isVisible: () => boolean;
  /** What an earlier visit knew; asked for while the server has never answered this one. */
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

/** Starts a ticker over `clock`. It runs as long as the page does. `wake` is for a page shown again. */
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
    // The clock may notice in this that the device slept, and has told so by another turn.
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
      // As the digits of the time: decimals that come and go with each exchange would make it flicker.
      offsetHold = offset && holdDigits(offsetHold, -uncertainPower(offset.boundMs), atMs);
      const deviceOffset = offset && offsetHold && { ...offset, stepMs: 10 ** -offsetHold.digits };
      frame = { reading, atMs, rate, digits: hold.digits, deviceOffset, measuredMs: null };
      if (isVisible()) cancelTimer = setTimer(tick, delayMs);
    }
    for (const listener of listeners) listener();
  };

  // Each exchange makes the bound smaller at once, and the first one starts the clock.
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

/** Whether the server has not answered since the page was opened, and won't soon. */
function isUnanswered(clock: SyncedClock): boolean {
  const { connection, samples, lastReset } = clock.getState();
  return connection === 'offline' && samples.length === 0 && lastReset === null;
}

/** `recalled` is of a moment between the two. */
function recalledFrame(recalled: Recalled, atMs: number, notBeforeMs: number): Frame {
  const reading = widened(recalled.reading, atMs - notBeforeMs);
  const { boundMs } = reading;
  return {
    reading,
    atMs,
    rate: 1,
    digits: supportedDigits(boundMs),
    deviceOffset: { ...recalled.deviceOffset, stepMs: 10 ** uncertainPower(boundMs) },
    measuredMs: recalled.measuredMs,
  };
}

/** What the clock tells at a moment, with bounds that hold until the next frame; null while it is nothing. */
function readClock(clock: SyncedClock, atMs: number) {
  const displayed = clock.display(atMs);
  if (displayed === null) return null;
  const known = (ms: number) =>
    (displayed.scale === 'utc' ? clock.toUtc(ms) : clock.toServer(ms)) ?? displayed;
  const { estimateMs, boundMs } = known(atMs);
  const { rate, delayMs } = courseOf(displayed.estimateMs, estimateMs);
  const offset = clock.deviceOffset();
  return {
    reading: widened(displayed, Math.max(0, known(atMs + delayMs).boundMs - boundMs)),
    rate,
    delayMs,
    offset: offset && widened(offset, delayMs * WALL_RATE_ERROR),
  };
}

function widened<T extends { readonly boundMs: number }>(told: T, byMs: number): T {
  return { ...told, boundMs: told.boundMs + byMs };
}
