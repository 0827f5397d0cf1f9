import type { TestContext } from 'node:test';

/** What browsers and Node do with a longer delay: they wait for 1 ms. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

interface Timer {
  readonly callback: () => void;
  readonly atMs: number;
}

/** Time that passes only when told to, in the place of this process's own timers. */
export interface FakeTime {
  nowMs(): number;
  /** Lets each timer run at its moment, and whatever its promises start. */
  pass(ms: number): Promise<void>;
  /** How many timers are set. */
  pending(): number;
}

/** Takes `setTimeout` over until the test ends. Timers run `earlyMs` before their time. */
export function fakeTime(t: TestContext, { earlyMs = 0 } = {}): FakeTime {
  let nowMs = 1_000;
  const timers = new Set<Timer>();
  const set = (callback: () => void, delayMs: number) => {
    const waitMs = delayMs > LONGEST_DELAY_MS ? 1 : delayMs;
    const timer = { callback, atMs: nowMs + Math.max(0, waitMs - earlyMs) };
    timers.add(timer);
    return timer;
  };
  t.mock.method(globalThis, 'setTimeout', set as unknown as typeof setTimeout);
  t.mock.method(globalThis, 'clearTimeout', ((timer: Timer) => {
    timers.delete(timer);
  }) as unknown as typeof clearTimeout);
  return {
    nowMs: () => nowMs,
    pending: () => timers.size,
    async pass(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...timers].sort((a, b) => a.atMs - b.atMs);
        if (next === undefined || next.atMs > endMs) break;
        timers.delete(next);
        nowMs = next.atMs;
        next.callback();
        await settled();
      }
      nowMs = endMs;
    },
  };
}

/** All work that waits for promises alone is done when the next macrotask runs. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
