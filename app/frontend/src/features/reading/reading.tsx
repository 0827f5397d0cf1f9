import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { NO_DIGITS } from '../../lib/clock-digits.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import { texts } from '../../lib/texts.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useDrawnFrame, useFrame } from '../../lib/use-frame.ts';
import { drawBand, drawDigits, drawTime, drawUtc } from './draw-reading.ts';
import { knowledge } from './knowledge.ts';
import { ToleranceScale } from './tolerance-scale.tsx';
import { whereAndWhen } from './where-and-when.ts';
import './reading.css';

interface ReadingProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
}

/** The time and its tolerance: digits, and below them the width of what isn't known. */
export function Reading({ clock, ticker }: ReadingProps) {
  const { server } = useClockState(clock);
  const scale = useFrame(ticker, ({ reading }) => reading?.scale ?? null);
  const bound = useFrame(ticker, ({ reading }) => reading && formatDuration(reading.boundMs));
  const place = useFrame(ticker, ({ reading }) => reading && whereAndWhen(reading.estimateMs));
  const time = useDrawnFrame<HTMLTimeElement>(ticker, drawTime);
  const digits = useDrawnFrame<HTMLDivElement>(ticker, drawDigits);
  const band = useDrawnFrame<HTMLDivElement>(ticker, drawBand);
  const utc = useDrawnFrame<HTMLSpanElement>(ticker, drawUtc);
  return (
    <div className="reading" data-knowledge={knowledge(scale, server)}>
      <time className="for-screen-readers" ref={time} />
      <div className="digits" aria-hidden="true" ref={digits}>
        {NO_DIGITS.map((digit, place) => (
          <span key={place}>{digit}</span>
        ))}
      </div>
      <p className="tolerance">
        {bound === null ? texts.toleranceUnknown : texts.tolerance(bound)}
        {scale !== null && <small>{texts.toleranceOf[scale]}</small>}
      </p>
      <ToleranceScale>
        <div className="band" ref={band} />
      </ToleranceScale>
      <p className="when">
        {place ?? '\u00a0'}
        <span className="utc" ref={utc} aria-hidden="true" />
      </p>
    </div>
  );
}
