import { startTransition, useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

/**
 * The stage of a rendering in parts: 1 at first, and one more whenever the browser is idle. A transition
 * renders in slices, and leaves the browser time in between.
 */
export function useStages(last: number): number {
  const [stage, setStage] = useState(1);
  useEffect(() => {
    let isGone = false;
    if (stage < last)
      void whenIdle().then(() => isGone || startTransition(() => setStage(stage + 1)));
    return () => {
      isGone = true;
    };
  }, [stage, last]);
  return stage;
}
