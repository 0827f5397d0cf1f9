import type { Device } from '../core/ports.ts';

/** The step of `performance.now()` in Node: CLOCK_MONOTONIC in ns, converted to a double. */
const NODE_STEP_MS = 1e-4;

/** Node's clocks and timers. A process is always active. */
export function nodeDevice(): Device {
  return {
    monotonicMs: () => performance.now(),
    stepMs: NODE_STEP_MS,
    wallMs: () => Date.now(),
    random: Math.random,
    isActive: () => true,
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    onActive: () => () => {},
  };
}
