import type { Device } from '../core/ports.ts';
import { measureStepMs } from './timer-step.ts';
import { isVisible, onVisibilityChange } from './visibility.ts';

/**
 * The clocks and timers of a page or a worker. A hidden tab is inactive. It becomes active when it is
 * shown, and again when the browser is back online.
 */
export function browserDevice(): Device {
  const monotonicMs = () => performance.now();
  return {
    monotonicMs,
    stepMs: measureStepMs(monotonicMs),
    wallMs: () => Date.now(),
    random: Math.random,
    isActive: isVisible,
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    onActive(callback) {
      const wake = () => isVisible() && callback();
      const stopWatching = onVisibilityChange(wake);
      globalThis.addEventListener?.('online', wake);
      return () => {
        stopWatching();
        globalThis.removeEventListener?.('online', wake);
      };
    },
  };
}
