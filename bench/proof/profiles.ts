import type { Break } from './break.ts';
import {
  constantDrifts,
  type Drifts,
  driftsAtTheLimit,
  migrations,
  temperatureSteps,
  usualDrifts,
} from './drift.ts';
import {
  broadband,
  bufferbloat,
  lan,
  mobile,
  type Network,
  oneWayCongestion,
  reordering,
  satellite,
} from './networks.ts';
import type { Random } from './random.ts';

/** A kind of world. Each session draws a world of its own from it. */
export interface Profile {
  readonly name: string;
  readonly network: (random: Random) => Network;
  readonly drifts: (random: Random) => Drifts;
  /** The step of the device's `performance.now()`, in ms. */
  readonly timerStepMs: number;
  /** The step of the server's stamps, in ns. */
  readonly stampStepNs: number;
  /** The number of host clocks behind the address, and the limit of their initial offset from UTC, in ms. */
  readonly hosts: number;
  readonly hostsOffMs: number;
  readonly exchangesPerSession: number;
  /** The break of the device or of the last host; null if there is none. */
  readonly happening: ((random: Random) => Break) | null;
  /** Breaks of at least this size must be noticed within the session, in ms. */
  readonly surelyNoticedMs: number;
}

const USUAL: Omit<Profile, 'name'> = {
  network: broadband,
  drifts: usualDrifts,
  timerStepMs: 0.005,
  stampStepNs: 1_500,
  hosts: 1,
  hostsOffMs: 0.5,
  exchangesPerSession: 200,
  happening: null,
  surelyNoticedMs: 0,
};

/**
 * A break of a size between two limits, once in the first ten minutes of a session. It often falls into the
 * first burst, when the device is likely to wait for a reply.
 */
function once(kind: Break['kind'], leastMs: number, mostMs: number) {
  return (random: Random): Break => {
    const forwardOnly = kind === 'suspend' || kind === 'pause';
    const sign = forwardOnly ? 1 : random.sign();
    const sizeMs = sign * random.betweenDecades(leastMs, mostMs);
    const atMs = random.chance(0.3) ? random.between(0.5e3, 2e3) : random.between(2e3, 600e3);
    return { kind, atMs, sizeMs };
  };
}

/** A host clock whose offset was false from the start. */
function lieFromTheStart(random: Random): Break {
  return { ...once('lie', 2, 2e3)(random), atMs: 0 };
}

export const PROFILES: readonly Profile[] = [
  { ...USUAL, name: 'LAN', network: lan },
  { ...USUAL, name: 'mobile', network: mobile },
  { ...USUAL, name: 'satellite', network: satellite },
  { ...USUAL, name: 'one-way congestion', network: oneWayCongestion },
  { ...USUAL, name: 'bufferbloat', network: bufferbloat },
  { ...USUAL, name: 'packet reorder', network: reordering },
  { ...USUAL, name: 'timer 1 ms', network: lan, timerStepMs: 1, stampStepNs: 1_000_000 },
  { ...USUAL, name: 'timer 100 µs', network: lan, timerStepMs: 0.1 },
  { ...USUAL, name: 'server stamps of 1 ms', network: lan, stampStepNs: 1_000_000 },
  { ...USUAL, name: 'clocks 100 ppm off', network: lan, drifts: constantDrifts(100e-6) },
  { ...USUAL, name: 'clocks 200 ppm off', network: lan, drifts: constantDrifts(200e-6) },
  { ...USUAL, name: 'clocks 500 ppm off', network: lan, drifts: constantDrifts(500e-6) },
  { ...USUAL, name: 'drift at the limit', network: lan, drifts: driftsAtTheLimit },
  { ...USUAL, name: 'temperature steps', network: lan, drifts: temperatureSteps },
  { ...USUAL, name: 'VM migration', network: lan, drifts: migrations },
  { ...USUAL, name: 'two back ends', hosts: 2, hostsOffMs: 50 },
  {
    ...USUAL,
    name: 'VM migration, too far',
    network: lan,
    happening: once('migration', 100, 1e3),
    surelyNoticedMs: 800,
  },
  {
    ...USUAL,
    name: 'clock step',
    happening: once('step', 0.2, 10e3),
    surelyNoticedMs: 1.01,
  },
  { ...USUAL, name: 'suspend', network: mobile, happening: once('suspend', 1e3, 8 * 3600e3) },
  {
    ...USUAL,
    name: 'suspend not seen',
    happening: once('pause', 2, 60e3),
    surelyNoticedMs: 200,
  },
  {
    ...USUAL,
    name: 'lying server, one of two',
    hosts: 2,
    happening: lieFromTheStart,
    surelyNoticedMs: 200,
  },
  {
    ...USUAL,
    name: 'lying server, alone',
    happening: lieFromTheStart,
    surelyNoticedMs: Infinity,
  },
  {
    ...USUAL,
    name: 'leap smear, one of two',
    hosts: 2,
    exchangesPerSession: 1_000,
    happening: (random) => ({ kind: 'smear', atMs: random.between(5e3, 60e3), sizeMs: 0 }),
  },
];
