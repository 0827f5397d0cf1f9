import { Fragment, useState, useSyncExternalStore } from 'react';
import { copyText } from '../../lib/copy-text.ts';
import { dayText, timeText } from '../../lib/date-time-format.ts';
import type { KnownZones } from '../../lib/known-zones.ts';
import { toLocalMs, visitorZone } from '../../lib/local-time.ts';
import { momentLink } from '../../lib/moment-link.ts';
import type { PageAddress } from '../../lib/page-address.ts';
import { type ShownMoment, writeInstant } from '../../lib/shown-moment.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useTitle } from '../../lib/use-title.ts';
import { toZoneMs } from '../../lib/zone-facts.ts';
import { calendarFile } from './calendar-file.ts';
import './travel.css';

/** A place as the sentence names it. */
export interface NamedZone {
  readonly id: string;
  readonly name: string;
}

interface TravelProps {
  readonly moment: ShownMoment;
  readonly known: KnownZones;
  readonly address: PageAddress;
  /** The place whose time is compared with the visitor's; null for none. */
  readonly place: NamedZone | null;
  /** The pins that a shared link must have, as the address has them. */
  readonly pins: string;
}

/** Another moment than now, in words, and what to do with it. */
export function Travel(props: TravelProps) {
  const { moment } = props;
  const { texts } = useBelowLanguage();
  const ms = useSyncExternalStore(moment.subscribe, moment.getMs);
  const invalid = useSyncExternalStore(moment.subscribe, moment.getInvalid);
  return (
    <section className="travel" aria-label={texts.travel.heading}>
      {ms !== null && <Journey {...props} ms={ms} />}
      {invalid !== null && <p role="alert">{texts.travel.noMoment(invalid)}</p>}
    </section>
  );
}

interface JourneyProps extends TravelProps {
  /** In ms since 1970. */
  readonly ms: number;
}

function Journey({ ms, moment, known, address, place, pins }: JourneyProps) {
  const { texts } = useBelowLanguage();
  const [news, setNews] = useState('');
  const name = useSyncExternalStore(address.subscribe, () => address.get('name'));
  const sentence = useSentence(known, ms, place);
  useTitle(name);
  const link = momentLink({ ms, pins, name });
  const copy = async () => {
    setNews((await copyText(link)) ? texts.travel.copied : texts.travel.cannotCopy(link));
  };
  const addToCalendar = () => {
    const title = name ?? sentence.join('');
    const file = calendarFile({ atMs: ms, title, url: link, writtenMs: Date.now() });
    save('moment.ics', new Blob([file], { type: 'text/calendar' }));
  };
  const countDown = () => {
    address.set('until', writeInstant(ms));
    document.getElementById('countdown')?.scrollIntoView({ block: 'center' });
    setNews(texts.travel.countsDown);
  };
  return (
    <>
      <h2>
        {name !== null && <small>{name}</small>}
        {sentence.map((part, index) => (
          <Fragment key={index}>{index % 2 === 1 ? <strong>{part}</strong> : part}</Fragment>
        ))}
      </h2>
      <div className="travel-actions">
        <button type="button" onClick={() => void copy()}>
          {texts.travel.copyLink}
        </button>
        <button type="button" onClick={addToCalendar}>
          {texts.travel.addToCalendar}
        </button>
        <button type="button" onClick={countDown}>
          {texts.travel.countDown}
        </button>
        <button
          type="button"
          onClick={() => {
            moment.travel(null);
            moment.keep();
          }}
        >
          {texts.travel.backToNow}
        </button>
      </div>
      <p aria-live="polite">{news}</p>
    </>
  );
}

/**
 * The moment by the visitor's clocks and by those of a place, as parts of a sentence: every second one is
 * important.
 */
function useSentence(known: KnownZones, ms: number, place: NamedZone | null): readonly string[] {
  const { texts, locale } = useBelowLanguage();
  const ownId = visitorZone();
  const own = useSyncExternalStore(known.subscribe, () => known.factsOf(ownId));
  const there = useSyncExternalStore(known.subscribe, () => place && known.factsOf(place.id));
  const hereMs = (own && toZoneMs(own, ms)) ?? toLocalMs(ms);
  const thereMs = there && toZoneMs(there, ms);
  const day = dayText(hereMs, locale, 'full');
  const here = texts.travel.here(timeText(hereMs, locale));
  if (place === null || thereMs === null) {
    return texts.travel.alone(here, day).split('*');
  }
  const inPlace = texts.travel.there(timeText(thereMs, locale), place.name);
  return texts.travel.both(inPlace, here, day).split('*');
}

/** Has the browser save a file. */
function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
