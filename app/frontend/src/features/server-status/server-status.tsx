import { useClockState } from '../../lib/use-clock-state.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { serverStatusText } from './server-status-text.ts';

/**
 * The server's bound on UTC, as a sentence. Its figures change all the time, so screen readers announce
 * a shorter text when the status changes.
 */
export function ServerStatusLine() {
  const state = useClockState();
  const knowledge = useKnowledge();
  const language = useLanguage();
  return (
    <>
      <p className="server-status">{serverStatusText(state, language)}</p>
      <p className="for-screen-readers" aria-live="polite">
        {language.texts.knowledge[knowledge]}
      </p>
    </>
  );
}
