import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { NO_DIGITS } from '../../lib/clock-digits.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { useDrawnFrame, useFrame } from '../../lib/use-frame.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ToleranceScale } from '../../ui/tolerance-scale.tsx';
import { drawBand, drawDigits, drawTime, drawUtc } from './draw-reading.ts';
import { useReels } from './use-reels.ts';
import { whereAndWhen } from './where-and-when.ts';
import './reading.css';

interface ReadingProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
}

/** The time and its tolerance: digits, and below them the width of what isn't known. */
export function Reading({ clock, ticker }: ReadingProps) {
  const language = useLanguage();
  const { texts, locale } = language;
  const knowledge = useKnowledge(clock, ticker);
  const scale = useFrame(ticker, ({ reading }) => reading?.scale ?? null);
  const bound = useFrame(
    ticker,
    ({ reading }) => reading && formatDuration(reading.boundMs, locale),
  );
  const place = useFrame(
    ticker,
    ({ reading }) => reading && whereAndWhen(reading.estimateMs, language).join('\n'),
  );
  const time = useDrawnFrame<HTMLTimeElement>(ticker, (element, frame) =>
    drawTime(element, frame, texts),
  );
  const digits = useDrawnFrame<HTMLDivElement>(ticker, drawDigits);
  const band = useDrawnFrame<HTMLDivElement>(ticker, drawBand);
  const utc = useDrawnFrame<HTMLSpanElement>(ticker, (element, frame) =>
    drawUtc(element, frame, texts),
  );
  useReels(ticker, digits);
  return (
    <div className="reading" data-knowledge={knowledge}>
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
        {place?.split('\n').map((part) => <span key={part}>{part}</span>) ?? '\u00a0'}
        <span className="utc" ref={utc} aria-hidden="true" />
      </p>
    </div>
  );
}
