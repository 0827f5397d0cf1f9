import {
  type CSSProperties,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { hasTwelveHours } from '../../lib/hours.ts';
import type { KnownZones } from '../../lib/known-zones.ts';
import { toLocalMs, visitorZone } from '../../lib/local-time.ts';
import { SHOWN_MS, type ShownMoment } from '../../lib/shown-moment.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useMinute } from '../../lib/use-frame.ts';
import { parsePin } from './pin.ts';
import type { PinnedZone, PinnedZones } from './pinned-zones.ts';
import { STEP_MS, TimeCursor } from './time-cursor.tsx';
import { ZoneRow } from './zone-row.tsx';
import './zones.css';

interface ZonesProps {
  readonly pinned: PinnedZones;
  readonly known: KnownZones;
  readonly moment: ShownMoment;
  /** The field above, which gets the focus when the last row is removed. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The time in the zones that the visitor pinned, now or at another moment, and the day around it. */
export function Zones({ pinned, known, moment, field }: ZonesProps) {
  const { texts, locale } = useBelowLanguage();
  const zones = useSyncExternalStore(pinned.subscribe, pinned.getZones);
  const momentMs = useSyncExternalStore(moment.subscribe, moment.getMs);
  const startMs = useSyncExternalStore(moment.subscribe, moment.getStartMs);
  const minuteMs = useMinute();
  const [isArranged, setArranged] = useState(false);
  // The last change, for screen readers.
  const [news, setNews] = useState('');
  useWantedZones(known, zones, startMs);

  const arrangementOf = ({ pin, name }: PinnedZone, index: number) => ({
    isFirst: index === 0,
    isLast: index === zones.length - 1,
    move(by: number) {
      if (zones[index + by] === undefined) return;
      pinned.move(pin, by);
      setNews(texts.zones.moved(name, index + by + 1));
    },
    remove({ currentTarget }: MouseEvent<HTMLButtonElement>) {
      focusNeighbour(currentTarget, field.current);
      pinned.remove(pin);
      setNews(texts.zones.removed(name));
      if (zones.length === 1) setArranged(false);
    },
  });
  const shownMs = momentMs ?? minuteMs;
  const isDragged = useRef(false);
  const moveTo = ({ currentTarget, clientX }: PointerEvent) => {
    const hours = currentTarget.querySelector('.hours')?.getBoundingClientRect();
    if (hours === undefined) return;
    const share = Math.min(1, Math.max(0, (clientX - hours.left) / hours.width));
    moment.travel(startMs + Math.round((share * SHOWN_MS) / STEP_MS) * STEP_MS);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target as Element).closest('.hours, .cursor')) return;
    isDragged.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    moveTo(event);
  };
  const onPointerEnd = () => {
    if (isDragged.current) moment.keep();
    isDragged.current = false;
  };

  return (
    <section className="zones" aria-labelledby="zones">
      <h2 id="zones">{texts.zones.heading}</h2>
      {zones.length > 0 && (
        <div
          className="ribbon"
          style={
            { '--at': shownMs === null ? -1 : (shownMs - startMs) / SHOWN_MS } as CSSProperties
          }
          data-unknown={shownMs === null ? '' : undefined}
          data-twelve={hasTwelveHours(locale) ? '' : undefined}
          onPointerDown={onPointerDown}
          onPointerMove={(event) => isDragged.current && moveTo(event)}
          onPointerUp={onPointerEnd}
          onPointerCancel={onPointerEnd}
        >
          <div className="cursor">
            <div>
              {shownMs !== null && !isArranged && (
                <TimeCursor moment={moment} shownMs={shownMs} localMs={toLocalMs(shownMs)} />
              )}
            </div>
          </div>
          <ul>
            {zones.map((zone, index) => (
              <ZoneRow
                key={zone.pin}
                zone={zone}
                momentMs={momentMs}
                minuteMs={minuteMs}
                startMs={startMs}
                arrange={isArranged ? arrangementOf(zone, index) : null}
              />
            ))}
          </ul>
        </div>
      )}
      <p className="for-screen-readers" aria-live="polite">
        {news}
      </p>
      {zones.length > 0 && (
        <button type="button" aria-pressed={isArranged} onClick={() => setArranged(!isArranged)}>
          {texts.zones.arrange}
        </button>
      )}
      <p className="source">
        {texts.zones.citiesBy} <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0).
      </p>
    </section>
  );
}

/** Asks the server for the zones that are shown, and for the visitor's, in the day that is shown. */
function useWantedZones(known: KnownZones, zones: readonly PinnedZone[], startMs: number): void {
  const ids = [...new Set([visitorZone(), ...zones.map(({ pin }) => parsePin(pin).id)])].join();
  useEffect(() => {
    known.want(ids.split(','), startMs, startMs + SHOWN_MS);
  }, [known, ids, startMs]);
}

/** Moves the focus from a button about to disappear to that of the next row, or of the one before. */
function focusNeighbour(button: HTMLButtonElement, otherwise: HTMLElement | null): void {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const buttons = neighbour?.querySelectorAll('button') ?? [];
  (Array.from(buttons).at(-1) ?? otherwise)?.focus();
}
