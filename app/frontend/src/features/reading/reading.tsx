import { useState } from 'react';
import { NO_DIGITS } from '../../lib/clock-digits.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import { useDrawnFrame, useFrame, useMinute } from '../../lib/use-frame.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { BoundScale } from '../../ui/bound-scale.tsx';
import { drawBand, drawDigits, drawTime, drawUtc } from './draw-reading.ts';
import { useReels } from './use-reels.ts';
import { whereAndWhen } from './where-and-when.ts';
import './reading.css';

/** The time as digits, and its bound as a band below them. */
export function Reading() {
  const knowledge = useKnowledge();
  const time = useDrawnFrame<HTMLTimeElement>(drawTime);
  const digits = useDrawnFrame<HTMLDivElement>(drawDigits);
  const band = useDrawnFrame<HTMLDivElement>(drawBand);
  useReels(digits);
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
      <Bound />
      <BoundScale>
        <div className="band" ref={band} />
      </BoundScale>
      <WhereAndWhen />
    </div>
  );
}

/** The only part that renders every second, because the bound grows. */
function Bound() {
  const { texts, locale } = useLanguage();
  const scale = useFrame(({ reading }) => reading?.scale ?? null);
  const bound = useFrame(({ reading }) => reading && formatDuration(reading.boundMs, locale));
  if (bound === null || scale === null) {
    return (
      <p className="bound">
        <span aria-hidden="true">± ?</span>
        <span className="for-screen-readers">{texts.boundUnknown}</span>
      </p>
    );
  }
  return (
    <p className="bound">
      {texts.bound(bound)}
      <small>{texts.boundTo[scale]}</small>
      {scale === 'host' && <small>{texts.utcUnknown}</small>}
    </p>
  );
}

/**
 * Renders once a minute. Before the time is known, the date by the device's clock takes up the space,
 * invisibly, so that nothing jumps later.
 */
function WhereAndWhen() {
  const language = useLanguage();
  const [openedMs] = useState(Date.now);
  const minuteMs = useMinute();
  const utc = useDrawnFrame<HTMLSpanElement>(drawUtc);
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
