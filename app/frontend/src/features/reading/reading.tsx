import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { useState } from 'react';
import { NO_DIGITS } from '../../lib/clock-digits.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { useDrawnFrame, useFrame, useMinute } from '../../lib/use-frame.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ToleranceScale } from '../../ui/tolerance-scale.tsx';
import { drawBand, drawDigits, drawTime, drawUtc } from './draw-reading.ts';
import { useReels } from './use-reels.ts';
import { whereAndWhen } from './where-and-when.ts';
import './reading.css';

interface ReadingProps {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
}

/** The time and its tolerance: digits, and below them the width of what isn't known. */
export function Reading({ clock, ticker }: ReadingProps) {
  const { texts } = useLanguage();
  const knowledge = useKnowledge(clock, ticker);
  const time = useDrawnFrame<HTMLTimeElement>(ticker, (element, frame) =>
    drawTime(element, frame, texts),
  );
  const digits = useDrawnFrame<HTMLDivElement>(ticker, drawDigits);
  const band = useDrawnFrame<HTMLDivElement>(ticker, drawBand);
  useReels(ticker, digits);
  return (
    <div className="reading" data-knowledge={knowledge}>
      <time className="for-screen-readers" ref={time} />
      <div className="digits" aria-hidden="true" ref={digits}>
        {NO_DIGITS.map((digit, place) => (
          <span key={place} data-faded={digit === '' ? '' : undefined}>
            {digit}
          </span>
        ))}
      </div>
      <Tolerance ticker={ticker} />
      <ToleranceScale>
        <div className="band" ref={band} />
      </ToleranceScale>
      <WhereAndWhen ticker={ticker} />
    </div>
  );
}

interface PartProps {
  readonly ticker: Ticker;
}

/** The only part that is rendered with each second, as its bound grows. */
function Tolerance({ ticker }: PartProps) {
  const { texts, locale } = useLanguage();
  const scale = useFrame(ticker, ({ reading }) => reading?.scale ?? null);
  const bound = useFrame(
    ticker,
    ({ reading }) => reading && formatDuration(reading.boundMs, locale),
  );
  if (bound === null || scale === null) {
    return (
      <p className="tolerance">
        <span aria-hidden="true">± ?</span>
        <span className="for-screen-readers">{texts.toleranceUnknown}</span>
      </p>
    );
  }
  return (
    <p className="tolerance">
      {texts.tolerance(bound)}
      <small>{texts.toleranceOf[scale]}</small>
      {scale === 'host' && <small>{texts.utcUnknown}</small>}
    </p>
  );
}

/**
 * Written anew with the minute. Before the time is known, the day by the device's own clock keeps the
 * place, unseen: nothing then jumps.
 */
function WhereAndWhen({ ticker }: PartProps) {
  const language = useLanguage();
  const [openedMs] = useState(Date.now);
  const minuteMs = useMinute(ticker);
  const utc = useDrawnFrame<HTMLSpanElement>(ticker, (element, frame) =>
    drawUtc(element, frame, language.texts),
  );
  const parts = whereAndWhen(minuteMs ?? openedMs, language);
  return (
    <p className="when" data-unknown={minuteMs === null ? '' : undefined}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <span className="utc" ref={utc} aria-hidden="true" />
    </p>
  );
}
