import type { Device } from '../core/ports.ts';
import { measureStepMs } from './timer-step.ts';

/** The browser's clocks and timers. A hidden tab is inactive; it wakes when shown or back online. */
export function browserDevice(): Device {
  const monotonicMs = () => performance.now();
  const isActive = () => !document.hidden;
  return {
    monotonicMs,
    stepMs: measureStepMs(monotonicMs),
    wallMs: () => Date.now(),
    random: Math.random,
    isActive,
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    onActive(callback) {
      const wake = () => isActive() && callback();
      document.addEventListener('visibilitychange', wake);
      window.addEventListener('online', wake);
      return () => {
        document.removeEventListener('visibilitychange', wake);
        window.removeEventListener('online', wake);
      };
    },
  };
}
