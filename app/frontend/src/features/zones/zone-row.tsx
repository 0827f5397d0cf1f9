import type { MouseEvent } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame, useMinute } from '../../lib/use-frame.ts';
import type { PinnedZone } from './pinned-zones.ts';
import { countryName, zoneTime, zoneWords } from './zone-text.ts';

interface ZoneRowProps {
  readonly zone: PinnedZone;
  /** Moves and removes the row; null unless the visitor is arranging the list. */
  readonly arrange: ZoneArrangement | null;
}

interface ZoneArrangement {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  move(by: number): void;
  remove(event: MouseEvent<HTMLButtonElement>): void;
}

/** One zone: its time, its difference from the visitor's, and the next change of its clocks. */
export function ZoneRow({ zone: { name, facts, isUnknown }, arrange }: ZoneRowProps) {
  const language = useBelowLanguage();
  const time = useFrame((frame) => zoneTime(facts, frame));
  const minuteMs = useMinute();
  const country = countryName(facts?.country ?? null, language);
  return (
    <li>
      <span className="zone-time">{time}</span>
      <div>
        <strong>{name}</strong> {country !== '' && country !== name && <small>{country}</small>}
        <p>
          {isUnknown && language.texts.zones.unknown(name)}
          {facts !== null && minuteMs !== null && zoneWords(facts, minuteMs, language)}
        </p>
      </div>
      {arrange !== null && <ZoneButtons name={name} {...arrange} />}
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
