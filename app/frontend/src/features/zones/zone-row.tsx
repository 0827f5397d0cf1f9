import type { Ticker } from '../../lib/ticker.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { PinnedZone, PinnedZones } from './pinned-zones.ts';
import { countryName, zoneDifference, zoneName, zoneTime, zoneTransition } from './zone-text.ts';

interface ZoneRowProps {
  readonly zone: PinnedZone;
  readonly pinned: PinnedZones;
  readonly ticker: Ticker;
  /** Whether the row shows the buttons that move and remove it. */
  readonly isArranged: boolean;
}

/** One zone: its time, how it lies to the visitor, and when its clocks change. */
export function ZoneRow({ zone, pinned, ticker, isArranged }: ZoneRowProps) {
  const language = useLanguage();
  const { texts } = language;
  const { id, facts, isUnknown } = zone;
  // Written anew with the minute, not with the second.
  const minuteMs = useFrame(ticker, ({ reading }) =>
    reading === null ? null : Math.floor(reading.estimateMs / 60_000) * 60_000,
  );
  const name = zoneName(facts?.id ?? id);
  const isKnown = facts !== null && minuteMs !== null;
  return (
    <li>
      <span className="zone-time">{isKnown ? zoneTime(facts, minuteMs) : '––:––'}</span>
      <div>
        <strong>{name}</strong> <small>{countryName(facts?.country ?? null, language)}</small>
        <p>
          {isUnknown && texts.zones.unknown(id)}
          {isKnown && zoneWords(zone, minuteMs, language)}
        </p>
      </div>
      {isArranged && <ZoneButtons id={id} name={name} pinned={pinned} />}
    </li>
  );
}

function zoneWords(
  { facts }: PinnedZone,
  epochMs: number,
  language: ReturnType<typeof useLanguage>,
): string {
  if (facts === null) return '';
  const offsetMs = -new Date(epochMs).getTimezoneOffset() * 60_000;
  const difference = zoneDifference(facts, { epochMs, offsetMs }, language);
  const transition = zoneTransition(facts, epochMs, language);
  return transition === null ? difference : `${difference} · ${transition}`;
}

interface ZoneButtonsProps {
  readonly id: string;
  readonly name: string;
  readonly pinned: PinnedZones;
}

function ZoneButtons({ id, name, pinned }: ZoneButtonsProps) {
  const { texts } = useLanguage();
  const buttons = [
    ['↑', texts.zones.moveUp(name), () => pinned.move(id, -1)],
    ['↓', texts.zones.moveDown(name), () => pinned.move(id, 1)],
    ['×', texts.zones.remove(name), () => pinned.remove(id)],
  ] as const;
  return (
    <div className="zone-buttons">
      {buttons.map(([sign, label, act]) => (
        <button key={sign} type="button" aria-label={label} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  );
}
