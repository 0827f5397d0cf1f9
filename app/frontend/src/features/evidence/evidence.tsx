import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { evidenceRows } from './evidence-rows.ts';
import './evidence.css';

interface EvidenceProps {
  readonly clock: ServerClock;
}

/** The second layer, for those who ask: where the reading and its tolerance come from. */
export function Evidence({ clock }: EvidenceProps) {
  const state = useClockState(clock);
  const language = useLanguage();
  const { texts } = language;
  return (
    <details className="evidence">
      <summary>{texts.evidence.summary}</summary>
      <p>{texts.evidence.explanation}</p>
      <dl>
        {evidenceRows(state, language).map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
