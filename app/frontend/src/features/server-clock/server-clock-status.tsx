import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import type { Ticker } from '../../lib/ticker.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { serverClockText } from './server-clock-text.ts';

interface ServerClockStatusProps {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
}

/**
 * How sure the server is of UTC, in a sentence. Announced in a few words when it changes: the sentence
 * itself has figures that always do.
 */
export function ServerClockStatus({ clock, ticker }: ServerClockStatusProps) {
  const state = useClockState(clock);
  const knowledge = useKnowledge(clock, ticker);
  const language = useLanguage();
  return (
    <>
      <p className="server-clock">{serverClockText(state, language)}</p>
      <p className="for-screen-readers" aria-live="polite">
        {language.texts.knowledge[knowledge]}
      </p>
    </>
  );
}
