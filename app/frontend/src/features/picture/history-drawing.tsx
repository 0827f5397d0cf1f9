import { formatMark } from '../../lib/format-measure.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { DRAWING, drawHistory } from './history-paths.ts';
import type { Picture } from './paced-picture.ts';

interface HistoryDrawingProps {
  readonly picture: Picture;
  /** A description for screen readers. */
  readonly alternative: string;
}

/** Draws the exchanges over time as bars, the known interval as a band, the estimate as a line. */
export function HistoryDrawing({ picture, alternative }: HistoryDrawingProps) {
  const { locale } = useBelowLanguage();
  const { quarterMs, exchanges, latest, known, estimate } = drawHistory(picture);
  const mark = formatMark(quarterMs, locale);
  return (
    <div className="history">
      {[`+${mark}`, '0', `−${mark}`].map((name, quarter) => (
        <span
          // A change of scale makes new elements: moved ones would be animated.
          key={name}
          className="line"
          aria-hidden="true"
          style={{ top: `${25 * (quarter + 1)}%` }}
        >
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
