import { type Knowledge, knowledge } from './knowledge.ts';
import { useClockState } from './use-clock-state.ts';
import { useFrame } from './use-frame.ts';

/** What is known of UTC now. */
export function useKnowledge(): Knowledge {
  const state = useClockState();
  const scale = useFrame(({ reading }) => reading?.scale ?? null);
  return knowledge(scale, state);
}
