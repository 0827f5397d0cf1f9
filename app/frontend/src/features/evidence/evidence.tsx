import { useHomeZone } from '../../lib/home-zone.ts';
import type { KnownZones } from '../../lib/known-zones.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { evidenceRows } from './evidence-rows.ts';
import './evidence.css';

/** The interval of one exchange, as packages/clock-sync computes it: two limits of the server's clock. */
const FORMULA = {
  atLeast: 's_2 + (c − c_4 − r)(1 − d)',
  atMost: 's_1 + r_s + (c − c_1 + r)(1 + d)',
} as const;

interface EvidenceProps {
  readonly known: KnownZones;
}

/** Explains the reading and its bound to visitors who ask. */
export function Evidence({ known }: EvidenceProps) {
  const { texts } = useBelowLanguage();
  return (
    <section className="evidence" aria-label={texts.evidence.summary}>
      <p>{texts.evidence.explanation}</p>
      <p>
        {texts.evidence.formula}
        <code>
          {texts.evidence.atLeast} <Subscripts text={FORMULA.atLeast} />
        </code>
        <code>
          {texts.evidence.atMost} <Subscripts text={FORMULA.atMost} />
        </code>
        <Subscripts text={texts.evidence.symbols} />
      </p>
      <EvidenceRows known={known} />
    </section>
  );
}

/** Sets the letter or digit after each underscore as a subscript. */
function Subscripts({ text }: { readonly text: string }) {
  return text
    .split(/_(\w)/)
    .map((part, index) => (index % 2 === 0 ? part : <sub key={index}>{part}</sub>));
}

function EvidenceRows({ known }: EvidenceProps) {
  const state = useClockState();
  return (
    <dl>
      {evidenceRows(state, useHomeZone(known), useBelowLanguage()).map(({ term, value, lang }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
