import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { lazy, StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { BelowParts } from './below.tsx';
import type { DeviceWatch } from './features/incident/device-change.ts';
import { localMemory } from './lib/memory.ts';
import { readPageAddress } from './lib/page-address.ts';
import { keepPreferences } from './lib/preferences.ts';
import type { Ticker } from './lib/ticker.ts';
import { whenIdle } from './lib/when-idle.ts';

interface PageParts {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
  readonly device: DeviceWatch;
}

/** Puts the page in the place of what the document showed until now. */
export function showPage({ clock, ticker, device }: PageParts): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The document has no element #root.');
  const below = { clock, ticker, address: readPageAddress(window) };
  const page = (
    <StrictMode>
      <App
        clock={clock}
        ticker={ticker}
        device={device}
        preferences={keepPreferences(localMemory)}
        Below={lazy(() => loadBelow(below))}
      />
    </StrictMode>
  );
  // As a transition the first rendering is done in slices, and leaves the browser room in between.
  startTransition(() => createRoot(root).render(page));
}

/** The first reading goes before. What is gone with an update of the page, or with the network, fails. */
async function loadBelow(parts: BelowParts) {
  await whenIdle();
  const { createBelow } = await import('./below.tsx');
  return { default: createBelow(parts) };
}
