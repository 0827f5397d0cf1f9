import type { Break } from './break.ts';
import type { Network } from './networks.ts';
import type { Profile } from './profiles.ts';
import type { Random } from './random.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { type SimulatedDevice, simulateDevice } from './simulated-device.ts';
import { type SimulatedHost, simulateHost } from './simulated-host.ts';

/** The world of one session, in which the truth is known. Its time is the device's oscillator. */
export interface World {
  readonly scheduler: Scheduler;
  readonly device: SimulatedDevice;
  readonly network: Network;
  readonly hosts: readonly SimulatedHost[];
  readonly happening: Break | null;
  /** UTC at a moment of the world, in ms since EPOCH_MS. */
  utcMs(atMs: number): number;
  /** Runs `callback` after `delayMs`, or when the device wakes if it sleeps then. */
  after(delayMs: number, callback: () => void): void;
}

export function createWorld(profile: Profile, random: Random): World {
  const happening = profile.happening?.(random) ?? null;
  const drifts = profile.drifts(random);
  const utcMs = (atMs: number) => atMs + drifts.utcOnDevice(atMs);
  const hosts = Array.from({ length: profile.hosts }, (_, index) =>
    simulateHost(random, {
      id: `host ${index}`,
      utcMs,
      onUtc: drifts.hostOnUtc(),
      aheadMs: random.between(-1, 1) * profile.hostsOffMs,
      stampStepNs: profile.stampStepNs,
      happening: index === profile.hosts - 1 ? happening : null,
    }),
  );
  const scheduler = createScheduler();
  const device = simulateDevice(scheduler, random, { timerStepMs: profile.timerStepMs, happening });
  const after = (delayMs: number, callback: () => void) => {
    const nowMs = scheduler.nowMs();
    scheduler.after(device.awakeMs(nowMs + delayMs) - nowMs, callback);
  };
  return { scheduler, device, network: profile.network(random), hosts, happening, utcMs, after };
}
