import { DECADES, scaleMarks } from '../../lib/bound-scale.ts';
import { formatMark } from '../../lib/format-measure.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { DRAWING, drawHistory } from './history-paths.ts';
import type { Picture } from './paced-picture.ts';

interface HistoryDrawingProps {
  readonly picture: Picture;
  /** A description for screen readers. */
  readonly alternative: string;
}

/** With more decades than this on each side, only every second line has a label: labels would touch. */
const MOST_NAMED = 4;

/** Draws the exchanges over time as bars, the known interval as a band, the estimate as a line. */
export function HistoryDrawing({ picture, alternative }: HistoryDrawingProps) {
  const { locale } = useBelowLanguage();
  const { decades, exchanges, latest, known, estimate } = drawHistory(picture);
  const lines = scaleMarks()
    .filter(({ multiple, fraction }) => multiple === 1 && fraction * DECADES < decades)
    .flatMap(({ fraction, unitMs }, index) =>
      (['+', '−'] as const).map((sign) => ({
        name:
          index > 0 && (decades <= MOST_NAMED || index % 2 === 1)
            ? sign + formatMark(unitMs, locale)
            : '',
        // A change of scale makes new elements: moved ones would be animated.
        key: `${sign}${unitMs} of ${decades}`,
        share: ((sign === '+' ? -1 : 1) * fraction * DECADES) / decades,
      })),
    );
  return (
    <div className="history">
      <span className="line middle" aria-hidden="true">
        0
      </span>
      {lines.map(({ name, key, share }) => (
        <span key={key} className="line" aria-hidden="true" style={{ top: `${50 + share * 50}%` }}>
          {name}
        </span>
      ))}
      <svg
        role="img"
        aria-label={alternative}
        viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
        preserveAspectRatio="none"
      >
        <path className="known" d={known} />
        <path className="exchanges" d={exchanges} />
        <path className="estimate" d={estimate} />
        <path className="latest" d={latest} />
      </svg>
    </div>
  );
}
