import type { DeviceOffset, ServerClock, TimeReading } from '@dataiku-assessment/clock-sync';
import { supportedDigits } from './clock-digits.ts';
import { type DigitHold, holdDigits } from './digit-hold.ts';
import { tickDelayMs } from './tick-delay.ts';

/** What the page shows of the time at one moment. */
export interface Frame {
  /** The server's time as it is displayed; null while nothing is known. */
  readonly reading: TimeReading | null;
  /** How many of the clock's nine digits are shown, from the left. */
  readonly digits: number;
  readonly deviceOffset: DeviceOffset | null;
}

/** The page's only timer: a new frame whenever a shown digit changes. */
export interface Ticker {
  readonly getFrame: () => Frame;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface TickerOptions {
  /** Whether anyone may be looking: a hidden page makes no frames. */
  readonly isVisible: () => boolean;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
}

/** Starts a ticker over `clock`. It runs as long as the page does. `wake` is for a page shown again. */
export function startTicker(
  clock: ServerClock,
  { isVisible, setTimer }: TickerOptions,
): Ticker & { readonly wake: () => void } {
  const listeners = new Set<() => void>();
  let hold: DigitHold | null = null;
  let frame: Frame = { reading: null, digits: 0, deviceOffset: null };
  let cancelTimer = () => {};

  const tick = () => {
    cancelTimer();
    const reading = clock.display();
    if (reading === null) {
      hold = null;
      frame = { reading, digits: 0, deviceOffset: null };
    } else {
      hold = holdDigits(hold, supportedDigits(reading.boundMs), reading.estimateMs);
      frame = { reading, digits: hold.digits, deviceOffset: clock.deviceOffset() };
      if (isVisible()) cancelTimer = setTimer(tick, tickDelayMs(reading.estimateMs, hold.digits));
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
