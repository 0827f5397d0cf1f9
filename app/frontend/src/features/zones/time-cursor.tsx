import { type KeyboardEvent, useSyncExternalStore } from 'react';
import { dayText, timeText } from '../../lib/date-time-format.ts';
import { madeOnce } from '../../lib/made-once.ts';
import { SHOWN_MS, type ShownMoment } from '../../lib/shown-moment.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';

const MINUTE_MS = 60_000;
/** The moment moves in quarters of an hour: the offsets of all zones are whole ones. */
export const STEP_MS = 15 * MINUTE_MS;
const DAY_MS = 96 * STEP_MS;

interface TimeCursorProps {
  readonly moment: ShownMoment;
  /** The moment that is shown, in ms since 1970. */
  readonly shownMs: number;
  /** The same in the visitor's zone, as if it were UTC. */
  readonly localMs: number;
}

/** How far an arrow key moves the moment, in ms. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP_MS,
  ArrowDown: -STEP_MS,
  ArrowRight: STEP_MS,
  ArrowUp: STEP_MS,
  PageDown: -DAY_MS,
  PageUp: DAY_MS,
};

/** The handle of the line through all rows: a slider. Escape goes back to now. */
export function TimeCursor({ moment, shownMs, localMs }: TimeCursorProps) {
  const { texts, locale } = useBelowLanguage();
  const startMs = useSyncExternalStore(moment.subscribe, moment.getStartMs);
  const isNow = moment.getMs() === null;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape') moment.travel(null);
    else if (step !== undefined) moment.travel(roundTo(shownMs + step, STEP_MS));
    else return;
    event.preventDefault();
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={texts.zones.cursor}
      aria-valuemin={0}
      aria-valuemax={SHOWN_MS / MINUTE_MS}
      aria-valuenow={Math.round((shownMs - startMs) / MINUTE_MS)}
      aria-valuetext={isNow ? texts.zones.now : momentText(localMs, locale)}
      onKeyDown={onKeyDown}
      onKeyUp={moment.keep}
    >
      {isNow
        ? texts.zones.now
        : `${dayText(localMs, locale, 'weekday')} ${timeText(localMs, locale)}`}
    </span>
  );
}

const moments = new Map<string, Intl.DateTimeFormat>();

/** The whole moment, for screen readers. */
function momentText(localMs: number, locale: string): string {
  const make = () =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  return madeOnce(moments, locale, make).format(localMs);
}

function roundTo(ms: number, stepMs: number): number {
  return Math.round(ms / stepMs) * stepMs;
}
