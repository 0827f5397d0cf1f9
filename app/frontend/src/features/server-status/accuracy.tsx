import { useDrawn } from '../../lib/use-drawn.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { drawAccuracy } from './draw-accuracy.ts';

/**
 * How right the shown time is. The figures change all the time, so screen readers announce a shorter text
 * when the status changes.
 */
export function Accuracy() {
  const { texts } = useLanguage();
  const knowledge = useKnowledge();
  return (
    <>
      <div className="verdict" ref={useDrawn(drawAccuracy)} />
      <p className="for-screen-readers" aria-live="polite">
        {texts.knowledge[knowledge]}
      </p>
    </>
  );
}
