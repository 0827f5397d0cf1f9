import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useSyncExternalStore } from 'react';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { DeviceWatch } from './device-change.ts';
import { incidentText } from './incident-text.ts';

interface IncidentProps {
  readonly clock: ServerClock;
  readonly device: DeviceWatch;
}

/** What just broke, in a sentence before all others. Announced when it happens. */
export function Incident({ clock, device }: IncidentProps) {
  const state = useClockState(clock);
  const change = useSyncExternalStore(device.subscribe, device.getChange);
  const text = incidentText(state, change, useLanguage());
  return <div aria-live="polite">{text !== null && <p className="incident">{text}</p>}</div>;
}
