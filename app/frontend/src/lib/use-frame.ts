import { type RefObject, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { usePageClock } from './page-clock.ts';
import type { Texts } from './texts/texts.ts';
import type { Frame } from './ticker.ts';
import { useLanguage } from './use-language.ts';

/** A value of each frame. The component renders again only when the selected value changes. */
export function useFrame<T extends string | number | null>(select: (frame: Frame) => T): T {
  const { ticker } = usePageClock();
  return useSyncExternalStore(ticker.subscribe, () => select(ticker.getFrame()));
}

const MINUTE_MS = 60_000;

/**
 * The minute that is shown, in ms since 1970; null while the hour, and so the date, is unknown. For
 * texts that browsers are slow to write, such as the name of a day.
 */
export function useMinute(): number | null {
  return useFrame(({ reading, digits }) =>
    reading && digits > 0 ? Math.floor(reading.estimateMs / MINUTE_MS) * MINUTE_MS : null,
  );
}

/** Draws each frame into an element, without rendering. `draw` must stay the same function. */
export function useDrawnFrame<E extends Element>(
  draw: (element: E, frame: Frame, texts: Texts) => void,
): RefObject<E | null> {
  const { ticker } = usePageClock();
  const { texts } = useLanguage();
  const ref = useRef<E>(null);
  // Before the browser paints: a later drawing would move the elements below.
  useLayoutEffect(() => {
    const drawLatest = () => {
      if (ref.current !== null) draw(ref.current, ticker.getFrame(), texts);
    };
    drawLatest();
    return ticker.subscribe(drawLatest);
  }, [ticker, draw, texts]);
  return ref;
}
