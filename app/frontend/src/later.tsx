import type { ComponentType } from 'react';
import { startBackground } from './background.ts';
import { createBelow } from './below.tsx';
import { watchDevice } from './features/incident/device-change.ts';
import { Incident } from './features/incident/incident.tsx';
import type { PageClock } from './lib/page-clock.ts';
import type { PreferenceStore } from './lib/preferences.ts';

/** The parts of the page that load after the reading. */
export interface LaterParts {
  /** The news about the clocks. */
  readonly Incident: ComponentType;
  /** All that is below the reading. */
  readonly Below: ComponentType;
}

/** Starts what the reading can do without. */
export function createLater(pageClock: PageClock, preferences: PreferenceStore): LaterParts {
  startBackground(pageClock, preferences);
  const device = watchDevice(pageClock.clock, pageClock.ticker);
  return {
    Incident: () => <Incident device={device} />,
    Below: createBelow(pageClock, preferences),
  };
}
