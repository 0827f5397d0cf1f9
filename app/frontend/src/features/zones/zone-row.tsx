import type { MouseEvent } from 'react';
import type { Ticker } from '../../lib/ticker.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame, useMinute } from '../../lib/use-frame.ts';
import type { PinnedZone } from './pinned-zones.ts';
import { countryName, zoneTime, zoneWords } from './zone-text.ts';

interface ZoneRowProps {
  readonly zone: PinnedZone;
  readonly ticker: Ticker;
  /** What moves and removes the row; null unless the visitor arranges them. */
  readonly arrange: ZoneArrangement | null;
}

interface ZoneArrangement {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  move(by: number): void;
  remove(event: MouseEvent<HTMLButtonElement>): void;
}

/** One zone: its time, how it lies to the visitor, and when its clocks change. */
export function ZoneRow({ zone: { name, facts, isUnknown }, ticker, arrange }: ZoneRowProps) {
  const language = useBelowLanguage();
  const time = useFrame(ticker, (frame) => zoneTime(facts, frame));
  const minuteMs = useMinute(ticker);
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

/** Those that can do nothing stay, so that the focus does: they only say so. */
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
        ↑
      </button>
      <button
        type="button"
        aria-label={texts.zones.moveDown(name)}
        aria-disabled={isLast}
        onClick={() => move(1)}
      >
        ↓
      </button>
      <button type="button" aria-label={texts.zones.remove(name)} onClick={remove}>
        ×
      </button>
    </div>
  );
}
