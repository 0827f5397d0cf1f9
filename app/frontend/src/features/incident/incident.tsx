import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useSyncExternalStore } from 'react';
import type { Ticker } from '../../lib/ticker.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { DeviceWatch } from './device-change.ts';
import { incidentText } from './incident-text.ts';

interface IncidentProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
  readonly device: DeviceWatch;
}

/** What just broke, in a sentence. Announced when it happens. */
export function Incident({ clock, ticker, device }: IncidentProps) {
  const { lastReset } = useClockState(clock);
  const change = useSyncExternalStore(device.subscribe, device.getChange);
  const language = useLanguage();
  const text = useFrame(ticker, ({ atMs }) => incidentText(lastReset, change, atMs, language));
  return <div aria-live="polite">{text !== null && <p className="incident">{text}</p>}</div>;
}
