import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { createContext, use } from 'react';
import type { Ticker } from './ticker.ts';

/** The clock that the whole page reads, and its ticker. */
export interface PageClock {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
}

export const PageClockContext = createContext<PageClock | null>(null);

/** The page's clock and ticker. */
export function usePageClock(): PageClock {
  const pageClock = use(PageClockContext);
  if (pageClock === null) throw new Error('There is no PageClockContext above this component.');
  return pageClock;
}
