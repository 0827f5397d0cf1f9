import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { DeviceWatch } from './features/incident/device-change.ts';
import { localMemory } from './lib/memory.ts';
import { readPageAddress } from './lib/page-address.ts';
import { keepPreferences } from './lib/preferences.ts';
import type { Ticker } from './lib/ticker.ts';

interface PageParts {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
  readonly device: DeviceWatch;
}

/** Puts the page in the place of what the document showed until now. */
export function showPage(parts: PageParts): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The document has no element #root.');
  const page = (
    <StrictMode>
      <App
        {...parts}
        address={readPageAddress(window)}
        preferences={keepPreferences(localMemory)}
      />
    </StrictMode>
  );
  // As a transition the first rendering is done in slices, and leaves the browser room in between.
  startTransition(() => createRoot(root).render(page));
}
