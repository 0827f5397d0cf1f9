import type { TimezoneAnswer } from '@dataiku-assessment/contract';
import { useSyncExternalStore } from 'react';
import { askApi } from './api.ts';
import { browserOffsetMs, parseUtcOffset, takeServerOffsets, visitorZone } from './local-time.ts';

/** What the server says of the visitor's zone. */
export interface HomeZone {
  readonly id: string;
  /** The server's release of the tz database. */
  readonly tzdb: string;
  /** Whether the browser has another offset for it now: its zone data is older, or newer. */
  readonly differs: boolean;
}

let home: HomeZone | null = null;
const listeners = new Set<() => void>();

/**
 * Asks the server for the rules of the visitor's zone, and takes them where the browser has others. The
 * browser's stay when the server doesn't answer.
 * @throws {TypeError} when the answer is malformed; what `askApi` throws.
 */
export async function loadHomeZone(): Promise<void> {
  const timeZone = visitorZone();
  const answer = await askApi<TimezoneAnswer>('api/v1/timezone', { id: timeZone });
  const nowMs = Date.parse(answer.at);
  const offsetMs = parseUtcOffset(answer.current.utcOffset);
  const nextMs = answer.next === null ? Number.POSITIVE_INFINITY : Date.parse(answer.next.at);
  if (![nowMs, offsetMs].every(Number.isFinite) || typeof answer.tzdb !== 'string') {
    throw new TypeError(`The server’s answer does not describe ${timeZone}.`);
  }
  const differs = browserOffsetMs(timeZone, nowMs) !== offsetMs;
  // The answer holds until the next change; before and after that the browser's rules are all there is.
  if (differs) takeServerOffsets((atMs) => (atMs < nextMs ? offsetMs : null));
  home = { id: timeZone, tzdb: answer.tzdb, differs };
  for (const listener of listeners) listener();
}

/** What the server says of the visitor's zone; null until it has answered. */
export function useHomeZone(): HomeZone | null {
  return useSyncExternalStore(subscribe, () => home);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
