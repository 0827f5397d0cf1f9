import { isVisible, onVisibilityChange } from './adapters/visibility.ts';
import type { SyncedClock } from './core/synced-clock.ts';

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

/**
 * Listens to the server's events (GET /api/v1/events) while the page is visible, and refreshes the clock
 * when the status of the server's clock changes. For browsers. Returns the function that ends it.
 */
export function followEvents(clock: Pick<SyncedClock, 'refresh'>, url: string): () => void {
  let stream: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const close = () => {
    clearTimeout(timer);
    stream?.close();
  };
  const open = () => {
    close();
    // HTTP/1.1 allows six connections for all tabs, so a hidden tab frees its own.
    if (!isVisible()) return;
    const opened = new EventSource(url);
    opened.addEventListener('clock', () => {
      failures = 0;
      void clock.refresh();
    });
    opened.addEventListener('error', () => {
      // Browsers reconnect by themselves, but not after an answer such as 503.
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, retryDelayMs(failures));
      failures += 1;
    });
    stream = opened;
  };

  const stopWatching = onVisibilityChange(open);
  open();
  return () => {
    stopWatching();
    close();
  };
}

function retryDelayMs(failures: number): number {
  const delayMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
  return delayMs * (0.5 + Math.random() / 2);
}
