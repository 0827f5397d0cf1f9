import type { TimeAnswer } from '@dataiku-assessment/contract';
import { useEffect, useState } from 'react';
import { askApi } from '../../lib/api.ts';

/** Asks the API for the time, at first and whenever `turn` changes; null until it answers, and when it doesn't. */
export function useTimeAnswer(turn: number): { answer: TimeAnswer | null; isMissing: boolean } {
  const [state, setState] = useState<{ answer: TimeAnswer | null; isMissing: boolean }>({
    answer: null,
    isMissing: false,
  });
  useEffect(() => {
    let isGone = false;
    askApi<TimeAnswer>('api/v1/time').then(
      (answer) => isGone || setState({ answer, isMissing: false }),
      () => isGone || setState({ answer: null, isMissing: true }),
    );
    return () => {
      isGone = true;
    };
  }, [turn]);
  return state;
}
