import { type RefObject, useEffect } from 'react';
import { usePageClock } from '../../lib/page-clock.ts';
import { part } from '../../lib/write.ts';
import { createReels } from './reels.ts';

/** Runs the digits below a second between frames. */
export function useReels(reading: RefObject<HTMLElement | null>): void {
  const { ticker } = usePageClock();
  useEffect(() => {
    if (reading.current === null) return;
    const reels = createReels(part(reading.current, '.digits'));
    const draw = () => reels.draw(ticker.getFrame());
    draw();
    const unsubscribe = ticker.subscribe(draw);
    return () => {
      unsubscribe();
      reels.stop();
    };
  }, [ticker, reading]);
}
