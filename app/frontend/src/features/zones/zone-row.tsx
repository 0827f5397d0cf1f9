import { type MouseEvent, useDeferredValue } from 'react';
import { countryName } from '../../lib/region-name.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { HoursStrip } from './hours-strip.tsx';
import type { PinnedZone } from './pinned-zones.ts';
import { momentTime, momentWords, zoneTime, zoneWords } from './zone-text.ts';

interface ZoneRowProps {
  readonly zone: PinnedZone;
  /** The moment that the page shows, in ms since 1970; null: now. */
  readonly momentMs: number | null;
  /** The present minute, in ms since 1970; null while it is unknown. */
  readonly minuteMs: number | null;
  /** When the hours begin, in ms since 1970. */
  readonly startMs: number;
  /** Moves and removes the row; null unless the visitor is arranging the list. */
  readonly arrange: ZoneArrangement | null;
}

interface ZoneArrangement {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  move(by: number): void;
  remove(event: MouseEvent<HTMLButtonElement>): void;
}

/** One zone: its name, which leads to its clock alone, its time, its difference from the visitor's, its hours, and the next change of its clocks. */
export function ZoneRow({ zone, momentMs, minuteMs, startMs, arrange }: ZoneRowProps) {
  const { pin, name, facts, isUnknown } = zone;
  const language = useBelowLanguage();
  // Many small elements: they are drawn in slices, when the rest has been.
  const hourFacts = useDeferredValue(facts);
  const time = useFrame((frame) =>
    momentMs === null
      ? zoneTime(facts, frame, language.locale)
      : momentTime(facts, momentMs, language.locale),
  );
  const country = countryName(facts?.country ?? null, language.locale);
  const words = () => {
    if (facts === null) return null;
    if (momentMs !== null) return momentWords(facts, momentMs, language);
    return minuteMs === null ? null : zoneWords(facts, minuteMs, language);
  };
  return (
    <li>
      <div className="zone-name">
        <strong>
          {isUnknown ? name : <a href={`wall?zone=${encodeURIComponent(pin)}`}>{name}</a>}
        </strong>{' '}
        {country !== '' && country !== name && <small>{country}</small>}
        <p>
          {isUnknown && language.texts.zones.unknown(name)}
          {words()}
        </p>
      </div>
      <span className="zone-time">{time}</span>
      {arrange === null ? (
        <HoursStrip facts={hourFacts} startMs={startMs} locale={language.locale} />
      ) : (
        <ZoneButtons name={name} {...arrange} />
      )}
    </li>
  );
}

interface ZoneButtonsProps extends ZoneArrangement {
  readonly name: string;
}

/** A button without effect is marked as disabled, but keeps the focus. */
function ZoneButtons({ name, isFirst, isLast, move, remove }: ZoneButtonsProps) {
  const { texts } = useBelowLanguage();
  return (
    <div className="zone-buttons">
      <button
        type="button"
        aria-label={texts.zones.moveUp(name)}
        aria-disabled={isFirst}
        onClick={() => move(-1)}
      >
        <Chevron up />
      </button>
      <button
        type="button"
        aria-label={texts.zones.moveDown(name)}
        aria-disabled={isLast}
        onClick={() => move(1)}
      >
        <Chevron />
      </button>
      <button type="button" aria-label={texts.zones.remove(name)} onClick={remove}>
        ×
      </button>
    </div>
  );
}

/** Drawn, because the page's font has no arrows. */
function Chevron({ up = false }: { readonly up?: boolean }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path
        d={up ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
