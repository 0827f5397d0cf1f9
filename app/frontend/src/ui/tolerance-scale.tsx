import type { ReactNode } from 'react';
import { formatMark } from '../lib/format-measure.ts';
import { DECADES, scaleMarks } from '../lib/tolerance-scale.ts';
import { useLanguage } from '../lib/use-language.ts';
import './tolerance-scale.css';

interface ToleranceScaleProps {
  /** What is measured: a band, or bars. */
  readonly children: ReactNode;
}

/** The width of the drawing of lines, in units of its own. */
const WIDTH = DECADES * 1_000;

const MARKS = scaleMarks();
const DECADE_MARKS = MARKS.filter(({ multiple }) => multiple === 1);

/** One path for all lines of a kind: a hundred elements would cost the page as much as all else. */
const MINOR_LINES = linesOf(MARKS.filter(({ multiple }) => multiple !== 1));
const DECADE_LINES = linesOf(DECADE_MARKS);

/** The gauge's logarithmic scale, each decade under the digit that it swallows. */
export function ToleranceScale({ children }: ToleranceScaleProps) {
  const { locale } = useLanguage();
  return (
    <div className="scale" aria-hidden="true">
      {children}
      <svg viewBox={`0 0 ${WIDTH} 9`} preserveAspectRatio="none" aria-hidden="true">
        <path className="minor" d={MINOR_LINES} />
        <path d={DECADE_LINES} />
      </svg>
      <div className="decades">
        {DECADE_MARKS.toReversed().map(({ unitMs }) => (
          <span key={unitMs}>{formatMark(unitMs, locale)}</span>
        ))}
      </div>
    </div>
  );
}

/** Lines from the top down, those of a decade longer. */
function linesOf(marks: typeof MARKS): string {
  return marks
    .map(
      ({ fraction, multiple }) =>
        `M${Math.round((1 - fraction) * WIDTH)} 0v${multiple === 1 ? 9 : 4}`,
    )
    .join('');
}
