import type { ReactNode } from 'react';
import { DECADES, scaleMarks } from '../lib/bound-scale.ts';
import { formatMark } from '../lib/format-measure.ts';
import { useLanguage } from '../lib/use-language.ts';
import './bound-scale.css';

interface BoundScaleProps {
  /** A band or bars. */
  readonly children: ReactNode;
}

/** The width of the lines' drawing, in its own units. */
const WIDTH = DECADES * 1_000;

const MARKS = scaleMarks();
const DECADE_MARKS = MARKS.filter(({ multiple }) => multiple === 1);

/** One path for all lines of a kind: a hundred elements would cost as much as the rest of the page. */
const MINOR_LINES = linesOf(MARKS.filter(({ multiple }) => multiple !== 1));
const DECADE_LINES = linesOf(DECADE_MARKS);

/** The logarithmic scale of bounds. Each decade is below the digit that it makes unsupported. */
export function BoundScale({ children }: BoundScaleProps) {
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

/** Lines from the top down. Lines of a decade are longer. */
function linesOf(marks: typeof MARKS): string {
  return marks
    .map(
      ({ fraction, multiple }) =>
        `M${Math.round((1 - fraction) * WIDTH)} 0v${multiple === 1 ? 9 : 4}`,
    )
    .join('');
}
