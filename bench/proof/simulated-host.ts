import type { Exchange } from '@dataiku-assessment/clock-sync/follow-server';
import type { Break } from './break.ts';
import type { Gain } from './drift.ts';
import { EPOCH_MS } from './epoch.ts';
import type { Random } from './random.ts';

/** A host clock and its server. */
export interface SimulatedHost {
  readonly id: string;
  /** The host clock at a moment of the world, in ms since EPOCH_MS. */
  readMs(atMs: number): number;
  /** The server's part of an exchange, given the moments of the request and of the reply. */
  answer(receivedAtMs: number, sentAtMs: number): Omit<Exchange, 'sentAtMs' | 'receivedAtMs'>;
}

export interface HostOptions {
  readonly id: string;
  /** UTC at a moment of the world, in ms since EPOCH_MS. */
  readonly utcMs: (atMs: number) => number;
  readonly onUtc: Gain;
  /** The host clock's initial offset from UTC, in ms. Its server knows it. */
  readonly aheadMs: number;
  /** The step of a stamp, in ns. */
  readonly stampStepNs: number;
  /** The break of this host; null if it has none. */
  readonly happening: Break | null;
}

const EPOCH_NS = BigInt(EPOCH_MS) * 1_000_000n;
/** The server polls its source of UTC this often. Its bound grows in between. */
const POLL_INTERVAL_MS = 64e3;
const SERVER_DRIFT_LIMIT = 50e-6;
/** One second over a day from noon to noon, as Google and Amazon smear. */
const SMEAR_MS = 1_000;
const SMEAR_RATE = SMEAR_MS / 86_400e3;

export function simulateHost(random: Random, options: HostOptions): SimulatedHost {
  const { id, happening } = options;
  const source = simulateSource(random);
  const pollPhaseMs = random.between(0, POLL_INTERVAL_MS);
  const baseNs = BigInt(Math.floor(random.between(1e18, 1.7e18)));
  const known: Gain = (atMs) => options.aheadMs + options.onUtc(atMs) + stepped(happening, atMs);
  const lieMs = happening?.kind === 'lie' ? happening.sizeMs : 0;
  const hidden: Gain = (atMs) => lieMs + smeared(happening, atMs);
  const readMs = (atMs: number) => options.utcMs(atMs) + known(atMs) + hidden(atMs);
  const stampNs = (atMs: number) => {
    const ns = Math.floor(readMs(atMs) * 1e6);
    return EPOCH_NS + BigInt(ns - modulo(ns, options.stampStepNs));
  };
  return {
    id,
    readMs,
    answer(receivedAtMs, sentAtMs) {
      const poll = Math.floor((receivedAtMs + pollPhaseMs) / POLL_INTERVAL_MS);
      const polledAtMs = Math.max(0, poll * POLL_INTERVAL_MS - pollPhaseMs);
      const { errorMs, boundMs } = source(poll);
      // The server notices a step at once. Its knowledge of the drift is as old as the last poll.
      const utcMinusHostMs =
        -(options.aheadMs + options.onUtc(polledAtMs)) - stepped(happening, sentAtMs) + errorMs;
      const grownMs = boundMs + (sentAtMs - polledAtMs) * SERVER_DRIFT_LIMIT;
      return {
        hostReceivedNs: stampNs(receivedAtMs),
        hostSentNs: stampNs(sentAtMs),
        hostStepNs: BigInt(options.stampStepNs),
        hostBaseNs: baseNs + BigInt(Math.round(stepped(happening, sentAtMs) * 1e6)),
        utcMinusHost: {
          minNs: BigInt(Math.floor((utcMinusHostMs - grownMs) * 1e6)),
          maxNs: BigInt(Math.ceil((utcMinusHostMs + grownMs) * 1e6)),
        },
        server: { status: 'synchronized', reason: null, source: 'ntp', clockId: id },
      };
    },
  };
}

/** The result of polling NTP: usually much better than its bound, and sometimes at the bound. */
function simulateSource(random: Random) {
  let last = { poll: -1, errorMs: 0, boundMs: 0 };
  return (poll: number) => {
    if (poll === last.poll) return last;
    const boundMs = random.betweenDecades(0.3, 3);
    const errorMs = random.chance(0.1)
      ? random.sign() * boundMs
      : boundMs * random.between(-1, 1) ** 3;
    last = { poll, errorMs, boundMs };
    return last;
  };
}

function stepped(happening: Break | null, atMs: number): number {
  return happening?.kind === 'step' && atMs >= happening.atMs ? happening.sizeMs : 0;
}

function smeared(happening: Break | null, atMs: number): number {
  if (happening?.kind !== 'smear') return 0;
  return -Math.min(SMEAR_MS, Math.max(0, atMs - happening.atMs) * SMEAR_RATE);
}

/** Never negative. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
