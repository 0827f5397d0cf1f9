import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Drawn } from './drawn.ts';
import { usePageClock } from './page-clock.ts';
import { useLanguage } from './use-language.ts';

/**
 * Draws each frame into an element, without rendering, as the first script did before React. `draw` must
 * stay the same function.
 */
export function useDrawn(
  draw: (element: HTMLElement, drawn: Drawn) => void,
): RefObject<HTMLDivElement | null> {
  const { clock, ticker } = usePageClock();
  const language = useLanguage();
  const ref = useRef<HTMLDivElement>(null);
  // Before the browser paints: a later drawing would move the elements below.
  useLayoutEffect(() => {
    const drawLatest = () => {
      if (ref.current === null) return;
      draw(ref.current, { frame: ticker.getFrame(), state: clock.getState(), language });
    };
    drawLatest();
    return ticker.subscribe(drawLatest);
  }, [clock, ticker, draw, language]);
  return ref;
}
