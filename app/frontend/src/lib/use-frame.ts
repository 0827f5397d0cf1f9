import { useSyncExternalStore } from 'react';
import { usePageClock } from './page-clock.ts';
import { type Frame, minuteOf } from './ticker.ts';

/** A value of each frame. The component renders again only when the selected value changes. */
export function useFrame<T extends string | number | null>(select: (frame: Frame) => T): T {
  const { ticker } = usePageClock();
  return useSyncExternalStore(ticker.subscribe, () => select(ticker.getFrame()));
}

/**
 * The minute that is shown, in ms since 1970; null while the hour, and so the date, is unknown. For
 * texts that browsers are slow to write, such as the name of a day.
 */
export function useMinute(): number | null {
  return useFrame(minuteOf);
}
