import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { useSyncExternalStore } from 'react';
import type { Ticker } from '../../lib/ticker.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { DeviceWatch } from './device-change.ts';
import { incidentText } from './incident-text.ts';

interface IncidentProps {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
  readonly device: DeviceWatch;
}

/** What just broke, in a sentence. Announced when it happens. */
export function Incident({ clock, ticker, device }: IncidentProps) {
  const { lastReset, connection } = useClockState(clock);
  const change = useSyncExternalStore(device.subscribe, device.getChange);
  const language = useLanguage();
  const news = useFrame(ticker, ({ atMs }) => incidentText(lastReset, change, atMs, language));
  // That nobody answers is the later news, and nothing is measured again meanwhile.
  const text = connection === 'offline' ? null : news;
  return <div aria-live="polite">{text !== null && <p className="incident">{text}</p>}</div>;
}
