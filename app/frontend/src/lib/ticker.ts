import type { DeviceOffset, ServerClock, TimeReading } from '@dataiku-assessment/clock-sync';
import { supportedDigits } from './clock-digits.ts';
import { courseOf } from './course.ts';
import { type DigitHold, holdDigits } from './digit-hold.ts';
import { uncertainPower } from './format-measure.ts';
import type { Recalled } from './last-known.ts';

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
  clock: ServerClock,
  { monotonicMs, isVisible, recall, setTimer }: TickerOptions,
): Ticker & { readonly wake: () => void } {
  const listeners = new Set<() => void>();
  let hold: DigitHold | null = null;
  let offsetHold: DigitHold | null = null;
  let frame: Frame = { ...NOTHING, atMs: 0 };
  let cancelTimer = () => {};

  const tick = () => {
    cancelTimer();
    const displayed = clock.display();
    const atMs = monotonicMs();
    if (displayed === null) {
      hold = null;
      offsetHold = null;
      const recalled = isUnanswered(clock) ? recall() : null;
      frame = recalled === null ? { ...NOTHING, atMs } : recalledFrame(recalled, atMs);
      if (recalled !== null && isVisible()) {
        const { estimateMs } = recalled.reading;
        cancelTimer = setTimer(tick, courseOf(estimateMs, estimateMs).delayMs);
      }
    } else {
      const { rate, delayMs } = courseOf(displayed.estimateMs, estimateOf(clock, displayed));
      const growthMs = growthUntil(clock, displayed.scale, atMs + delayMs);
      const reading = widened(displayed, growthMs);
      hold = holdDigits(hold, supportedDigits(reading.boundMs), atMs);
      const measured = clock.deviceOffset();
      const offset = measured && widened(measured, growthMs);
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
function isUnanswered(clock: ServerClock): boolean {
  const { connection, samples, lastReset } = clock.getState();
  return connection === 'offline' && samples.length === 0 && lastReset === null;
}

function recalledFrame({ reading, deviceOffset, measuredMs }: Recalled, atMs: number): Frame {
  const { boundMs } = reading;
  return {
    reading,
    atMs,
    rate: 1,
    digits: supportedDigits(boundMs),
    deviceOffset: { ...deviceOffset, stepMs: 10 ** uncertainPower(boundMs) },
    measuredMs,
  };
}

/** What the display is on its way to. */
function estimateOf(clock: ServerClock, { estimateMs }: TimeReading): number {
  return clock.now()?.estimateMs ?? estimateMs;
}

/** By how much the bound grows until a moment, in ms: what is read now stands on the page for that long. */
function growthUntil(clock: ServerClock, scale: TimeReading['scale'], untilMs: number): number {
  const at = scale === 'utc' ? clock.toUtc : clock.toServer;
  const growthMs = (at.call(clock, untilMs)?.boundMs ?? 0) - (at.call(clock)?.boundMs ?? 0);
  return Math.max(0, growthMs);
}

function widened<T extends { readonly boundMs: number }>(known: T, byMs: number): T {
  return { ...known, boundMs: known.boundMs + byMs };
}
