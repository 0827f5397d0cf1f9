import { useHomeZone } from '../../lib/home-zone.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { evidenceRows } from './evidence-rows.ts';
import './evidence.css';

/** The interval of one exchange, as packages/clock-sync computes it: two limits of the server's clock. */
const FORMULA = ['≥ s₂ + (c − c₄ − r)(1 − ρ)', '≤ s₁ + rₛ + (c − c₁ + r)(1 + ρ)'];

/** Explains the reading and its bound to visitors who ask. */
export function Evidence() {
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
      <EvidenceRows />
    </Disclosure>
  );
}

function EvidenceRows() {
  const state = useClockState();
  return (
    <dl>
      {evidenceRows(state, useHomeZone(), useBelowLanguage()).map(({ term, value, lang }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
