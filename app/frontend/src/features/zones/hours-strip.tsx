import { memo } from 'react';
import { dayText } from '../../lib/date-time-format.ts';
import { SHOWN_MS } from '../../lib/shown-moment.ts';
import type { ZoneFacts } from '../../lib/zone-facts.ts';
import { type Hour, hoursOf } from './hours.ts';

interface HoursStripProps {
  readonly facts: ZoneFacts | null;
  /** When the hours begin, in ms since 1970. */
  readonly startMs: number;
  readonly locale: string;
}

/** The hours of a zone, as wide as they are long. The row says the same in words. */
export const HoursStrip = memo(function HoursStrip({ facts, startMs, locale }: HoursStripProps) {
  const hours = facts === null ? [] : hoursOf(facts, startMs, SHOWN_MS);
  return (
    <div className="hours" aria-hidden="true">
      {hours.map((hour, place) => (
        <span
          // By place: to a browser, an hour that moves along when the next one begins would move.
          key={place}
          data-kind={hour.kind}
          data-day={hour.dayMs === null ? undefined : ''}
          data-change={hour.change ?? undefined}
          style={{ flexGrow: hour.lengthMs }}
        >
          {hourText(hour, locale)}
        </span>
      ))}
    </div>
  );
});

const HOUR_MS = 3_600_000;
/** An hour has room for so many letters. */
const LONGEST_DAY = 4;

/** The hour, or the day that begins; nothing in a part of an hour, which has no room for it. */
function hourText({ hour, dayMs, lengthMs }: Hour, locale: string): string | number {
  if (lengthMs < HOUR_MS / 2) return '';
  if (dayMs === null) return hour;
  const short = dayText(dayMs, locale, 'weekday');
  return short.length > LONGEST_DAY ? dayText(dayMs, locale, 'letter') : short;
}
