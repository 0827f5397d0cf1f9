import type { Device } from '@dataiku-assessment/clock-sync/follow-server';
import type { Break } from './break.ts';
import { EPOCH_MS } from './epoch.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

export interface SimulatedDevice extends Device {
  /** A moment of the world, or the moment when the device wakes if it sleeps then. */
  awakeMs(atMs: number): number;
}

export interface DeviceOptions {
  /** The step of its `performance.now()`, in ms. */
  readonly timerStepMs: number;
  readonly happening: Break | null;
}

/** The device's oscillator is the time of the world. The device's clocks differ from it after a stop. */
export function simulateDevice(
  scheduler: Scheduler,
  random: Random,
  { timerStepMs, happening }: DeviceOptions,
): SimulatedDevice {
  const stop = happening?.kind === 'suspend' || happening?.kind === 'pause' ? happening : null;
  const startMs = random.between(1e3, 1e6);
  const wallAheadMs = random.between(-5_000, 5_000);
  const seed = random.between(0, 2 ** 32);
  const stoodMs = (atMs: number) =>
    stop === null ? 0 : Math.min(Math.max(0, atMs - stop.atMs), stop.sizeMs);
  const wallStoodMs = (atMs: number) => (stop?.kind === 'pause' ? stoodMs(atMs) : 0);
  const awakeMs = (atMs: number) =>
    stop !== null && atMs > stop.atMs ? Math.max(atMs, stop.atMs + stop.sizeMs) : atMs;
  return {
    stepMs: 2 * timerStepMs,
    monotonicMs() {
      const atMs = scheduler.nowMs();
      return fuzzed(startMs + atMs - stoodMs(atMs), timerStepMs, seed);
    },
    wallMs() {
      const atMs = scheduler.nowMs();
      return Math.floor(EPOCH_MS + wallAheadMs + atMs - wallStoodMs(atMs));
    },
    setTimer(callback, delayMs) {
      const atMs = scheduler.nowMs();
      const sleepsIn = stop !== null && atMs <= stop.atMs && stop.atMs < atMs + delayMs;
      return scheduler.after(delayMs + (sleepsIn ? stop.sizeMs : 0), callback);
    },
    random: random.uniform,
    isActive: () => true,
    onActive: () => () => {},
    awakeMs,
  };
}

/**
 * A browser's timer. It rounds down or up to a step, at a threshold that differs from step to step, so
 * that scripts can't measure more precisely. It is off by less than a step.
 */
function fuzzed(ms: number, stepMs: number, seed: number): number {
  const step = Math.floor(ms / stepMs);
  const roundsUp = ms / stepMs - step > scattered(step, seed);
  return (roundsUp ? step + 1 : step) * stepMs;
}

/** A pseudo-random number in [0, 1) that depends on the step alone. */
function scattered(step: number, seed: number): number {
  const mixed = Math.imul((step ^ seed) >>> 0, 0x9e3779b1) >>> 0;
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0) / 2 ** 32;
}
