import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { evidenceRows } from './evidence-rows.ts';
import './evidence.css';

interface EvidenceProps {
  readonly clock: SyncedClock;
}

/** Of one exchange, as packages/clock-sync computes it. Both lines are the server's clock now. */
const FORMULA = ['≥ s₂ + (c − c₄ − r)(1 − ρ)', '≤ s₁ + rₛ + (c − c₁ + r)(1 + ρ)'];

/** The second layer, for those who ask: where the reading and its tolerance come from. */
export function Evidence({ clock }: EvidenceProps) {
  const { texts } = useBelowLanguage();
  return (
    <Disclosure className="evidence" summary={texts.evidence.summary}>
      <p>{texts.evidence.explanation}</p>
      <p>
        {texts.evidence.formula}
        {FORMULA.map((line) => (
          <code key={line}>{line}</code>
        ))}
        {texts.evidence.symbols}
      </p>
      <EvidenceRows clock={clock} />
    </Disclosure>
  );
}

function EvidenceRows({ clock }: EvidenceProps) {
  const state = useClockState(clock);
  return (
    <dl>
      {evidenceRows(state, useBelowLanguage()).map(({ term, value, lang }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
