import { useState } from 'react';
import { NO_DIGITS } from '../../lib/clock-digits.ts';
import { useDrawnFrame, useMinute } from '../../lib/use-frame.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { drawDigits, drawTime, drawUtc } from './draw-reading.ts';
import { useReels } from './use-reels.ts';
import { whereAndWhen } from './where-and-when.ts';
import './reading.css';

/** Place, date and time. The digits end where the bound does. */
export function Reading() {
  const knowledge = useKnowledge();
  const time = useDrawnFrame<HTMLTimeElement>(drawTime);
  const digits = useDrawnFrame<HTMLDivElement>(drawDigits);
  useReels(digits);
  return (
    <div className="reading" data-knowledge={knowledge}>
      <WhereAndWhen />
      <time className="for-screen-readers" ref={time} />
      <div className="digits" aria-hidden="true" ref={digits}>
        {NO_DIGITS.map((digit, place) => (
          <span key={place} data-faded={digit === '' ? '' : undefined}>
            {digit}
          </span>
        ))}
      </div>
    </div>
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
  const { place, date, calendar, offset } = whereAndWhen(minuteMs ?? openedMs, language);
  return (
    <p className="when" data-unknown={minuteMs === null ? '' : undefined}>
      <strong>{place}</strong>
      <span>{date}</span>
      <span className="calendar">{calendar}</span>
      {offset !== place && <span>{offset}</span>}
      <span className="utc" ref={utc} aria-hidden="true" />
    </p>
  );
}
