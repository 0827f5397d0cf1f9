import type { TimingEntry } from './resource-timing.ts';

/** How long to wait for an entry after the reply, in ms. */
const ENTRY_DELAY_MS = 200;

/** Watches for the browser's timing entry of one address. */
export interface TimingWatch {
  /** The entry, or undefined when it doesn't come in time. */
  entry(): Promise<TimingEntry | undefined>;
  stop(): void;
}

/**
 * Watches for the timing entry of an address that is about to be requested once. It uses an observer
 * because the browser's own list stops at 250 entries.
 */
export function watchTiming(address: string): TimingWatch {
  const { promise, resolve } = Promise.withResolvers<TimingEntry | undefined>();
  const observer = new PerformanceObserver((list) => {
    // Only entries of resources are observed.
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
