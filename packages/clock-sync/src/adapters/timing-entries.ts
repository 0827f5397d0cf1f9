import type { TimingEntry } from './resource-timing.ts';

/** How long an entry may come after its answer, in ms. */
const ENTRY_DELAY_MS = 200;

/** Watches for the browser's timing entry of one address. */
export interface TimingWatch {
  /** The entry, or undefined when it doesn't come soon. */
  entry(): Promise<TimingEntry | undefined>;
  stop(): void;
}

/**
 * Starts to watch for the timing entry of an address that is about to be asked once. An observer is
 * used, and before the request, because the browser's own list stops at 250 entries.
 */
export function watchTiming(address: string): TimingWatch {
  const { promise, resolve } = Promise.withResolvers<TimingEntry | undefined>();
  const observer = new PerformanceObserver((list) => {
    // Nothing but resources is observed.
    const [entry] = list.getEntriesByName(address) as PerformanceResourceTiming[];
    if (entry) resolve(entry);
  });
  observer.observe({ type: 'resource' });
  return {
    entry() {
      setTimeout(resolve, ENTRY_DELAY_MS);
      return promise;
    },
    stop: () => observer.disconnect(),
  };
}
