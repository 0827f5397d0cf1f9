import { type RefObject, useEffect } from 'react';
import { usePageClock } from '../../lib/page-clock.ts';
import { createReels } from './reels.ts';

/** Runs the digits below a second between frames. */
export function useReels(digits: RefObject<HTMLElement | null>): void {
  const { ticker } = usePageClock();
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
