import { type RefObject, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Frame, Ticker } from './ticker.ts';

/** What each frame comes to, in words say. The component renders again only when that changes. */
export function useFrame<T extends string | number | null>(
  ticker: Ticker,
  select: (frame: Frame) => T,
): T {
  return useSyncExternalStore(ticker.subscribe, () => select(ticker.getFrame()));
}

const MINUTE_MS = 60_000;

/**
 * The minute that is shown, in ms since 1970; null while not even the hour is known, and so the day
 * isn't. For what a browser takes long to write, the names of a day say.
 */
export function useMinute(ticker: Ticker): number | null {
  return useFrame(ticker, ({ reading, digits }) =>
    reading && digits > 0 ? Math.floor(reading.estimateMs / MINUTE_MS) * MINUTE_MS : null,
  );
}

/** Draws each frame into an element, for what changes with each second. */
export function useDrawnFrame<E extends Element>(
  ticker: Ticker,
  draw: (element: E, frame: Frame) => void,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  // Before the browser paints: what is drawn later would push away what is below.
  useLayoutEffect(() => {
    const drawLatest = () => {
      if (ref.current !== null) draw(ref.current, ticker.getFrame());
    };
    drawLatest();
    return ticker.subscribe(drawLatest);
  }, [ticker, draw]);
  return ref;
}
