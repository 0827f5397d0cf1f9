import { createSyncedClock } from '@dataiku-assessment/clock-sync';
import type { Recalled } from './last-known.ts';
import type { PageClock } from './page-clock.ts';
import { startTicker } from './ticker.ts';

/** The page notices within this time, in ms, that the server has stopped answering. */
const LONGEST_SILENCE_MS = 4_000;

/** Starts the clock of a document, and its ticker. `recall` gives what an earlier visit measured. */
export function startClock(recall: () => Recalled | null): PageClock {
  const clock = createSyncedClock({ url: 'api/v1/sync', longestSilenceMs: LONGEST_SILENCE_MS });
  const ticker = startTicker(clock, {
    monotonicMs: () => performance.now(),
    isVisible: () => !document.hidden,
    recall,
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  });
  document.addEventListener('visibilitychange', ticker.wake);
  return { clock, ticker };
}
