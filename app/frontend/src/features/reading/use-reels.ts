import { type RefObject, useEffect } from 'react';
import type { Ticker } from '../../lib/ticker.ts';
import { createReels } from './reels.ts';

/** Lets the digits below a second run by themselves between frames. */
export function useReels(ticker: Ticker, digits: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (digits.current === null) return;
    const reels = createReels(digits.current);
    const draw = () => reels.draw(ticker.getFrame());
    draw();
    const unsubscribe = ticker.subscribe(draw);
    return () => {
      unsubscribe();
      reels.stop();
    };
  }, [ticker, digits]);
}
