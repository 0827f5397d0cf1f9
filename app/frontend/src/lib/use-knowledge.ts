import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { type Knowledge, knowledge } from './knowledge.ts';
import type { Ticker } from './ticker.ts';
import { useClockState } from './use-clock-state.ts';
import { useFrame } from './use-frame.ts';

/** What the reading is worth at this moment. */
export function useKnowledge(clock: SyncedClock, ticker: Ticker): Knowledge {
  const state = useClockState(clock);
  const scale = useFrame(ticker, ({ reading }) => reading?.scale ?? null);
  return knowledge(scale, state);
}
