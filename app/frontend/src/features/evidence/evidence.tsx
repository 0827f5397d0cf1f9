import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { texts } from '../../lib/texts.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { evidenceRows } from './evidence-rows.ts';
import './evidence.css';

interface EvidenceProps {
  readonly clock: ServerClock;
}

/** The second layer, for those who ask: where the reading and its tolerance come from. */
export function Evidence({ clock }: EvidenceProps) {
  const state = useClockState(clock);
  return (
    <details className="evidence">
      <summary>{texts.evidence.summary}</summary>
      <p>{texts.evidence.explanation}</p>
      <dl>
        {evidenceRows(state).map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
