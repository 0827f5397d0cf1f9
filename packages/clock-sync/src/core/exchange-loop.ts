import { nextDelayMs, type Pace } from './pacing.ts';
import type { Device } from './ports.ts';
import type { SyncState } from './sync-state.ts';

/** The clock's side of the loop. */
export interface ExchangeTarget {
  /** Does one exchange and learns from it; rejects when it fails. */
  exchange(): Promise<void>;
  /** What is known so far: it sets the pace. */
  state(): SyncState;
  /** Called after each exchange with the reason of its failure; null when it succeeded. */
  onDone(error: Error | null): void;
}

/** Exchanges one after the other, as often as the bound needs them. */
export interface ExchangeLoop {
  /** Does an exchange now, or soon after the one under way. Never rejects. */
  refresh(): Promise<void>;
  close(): void;
}

/** Prepares a loop. The first refresh starts it. */
export function createExchangeLoop(
  device: Device,
  pace: Pace,
  target: ExchangeTarget,
): ExchangeLoop {
  let failures = 0;
  let isExchanging = false;
  // Whether somebody asked for an exchange during the current one, which may have been too early.
  let isWanted = false;
  let isClosed = false;
  let cancelTimer = () => {};

  const schedule = () => {
    if (!device.isActive()) return;
    const atMs = device.monotonicMs();
    const situation = { atMs, failures, isWanted, random: device.random() };
    cancelTimer = device.setTimer(refresh, nextDelayMs(target.state(), pace, situation));
  };
  const refresh = async () => {
    if (isClosed) return;
    isWanted = isExchanging;
    if (isExchanging) return;
    isExchanging = true;
    cancelTimer();
    const error = await target.exchange().then(() => null, toError);
    isExchanging = false;
    if (isClosed) return;
    failures = error ? failures + 1 : 0;
    schedule();
    target.onDone(error);
  };
  const stopListening = device.onActive(refresh);
  return {
    refresh,
    close() {
      isClosed = true;
      cancelTimer();
      stopListening();
    },
  };
}

/** A transport may reject with anything. */
function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
