import { useSyncExternalStore } from 'react';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { DeviceWatch } from './device-change.ts';
import { incidentText } from './incident-text.ts';

interface IncidentProps {
  readonly device: DeviceWatch;
}

/** An incident of the last minute, as a sentence. */
export function Incident({ device }: IncidentProps) {
  const { lastReset, connection } = useClockState();
  const change = useSyncExternalStore(device.subscribe, device.getChange);
  const language = useLanguage();
  const news = useFrame(({ atMs }) => incidentText(lastReset, change, atMs, language));
  // A lost connection is the later news. It also means that nothing is measured again now.
  const text = connection === 'offline' ? null : news;
  // A new element for each text, so that to a browser none moves.
  return text === null ? null : (
    <p className="incident" key={text}>
      {text}
    </p>
  );
}
