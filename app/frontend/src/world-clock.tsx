import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { Field } from './features/field/field.tsx';
import { type NamedZone, Travel } from './features/travel/travel.tsx';
import { parsePin } from './features/zones/pin.ts';
import type { PinnedZones } from './features/zones/pinned-zones.ts';
import { Zones } from './features/zones/zones.tsx';
import type { KnownZones } from './lib/known-zones.ts';
import { visitorZone } from './lib/local-time.ts';
import type { PageAddress } from './lib/page-address.ts';
import type { ShownMoment } from './lib/shown-moment.ts';

interface WorldClockProps {
  readonly pinned: PinnedZones;
  readonly known: KnownZones;
  readonly moment: ShownMoment;
  readonly address: PageAddress;
  /** What stands beside the places. */
  readonly children: ReactNode;
}

/** The field, the moment that it leads to, and the places. */
export function WorldClock({ pinned, known, moment, address, children }: WorldClockProps) {
  const field = useRef<HTMLInputElement>(null);
  const zones = useSyncExternalStore(pinned.subscribe, pinned.getZones);
  const [named, setNamed] = useState<NamedZone | null>(null);
  const ownId = visitorZone();
  const others = zones
    .map(({ pin, name }) => ({ id: parsePin(pin).id, name }))
    .filter(({ id }) => id !== ownId);
  return (
    <>
      <Field
        ref={field}
        known={known}
        onPlace={({ id, name }) => pinned.add(id, name)}
        onMoment={({ atMs, place }) => {
          // The place is shown with the others, so that the moment can be moved there.
          if (place !== null) pinned.add(place.id, place.name);
          setNamed(place);
          moment.travel(atMs);
          moment.keep();
        }}
      />
      <Travel
        moment={moment}
        known={known}
        address={address}
        place={named ?? others.find(({ id }) => id !== 'UTC') ?? others[0] ?? null}
        pins={pinned.getPins()}
      />
      <div className="columns">
        <Zones pinned={pinned} known={known} moment={moment} field={field} />
        {children}
      </div>
    </>
  );
}
