import type { Exchange } from '@dataiku-assessment/clock-sync/follow-server';
import type { Break } from './break.ts';
import type { Drift } from './drift.ts';
import { EPOCH_MS } from './epoch.ts';
import type { Random } from './random.ts';

/** A host clock, and what its server says of it. */
export interface SimulatedHost {
  readonly id: string;
  /** What the host clock reads at a moment of the world, in ms since EPOCH_MS. */
  readMs(atMs: number): number;
  /** The server's part of an exchange that it received and answered at two moments of the world. */
  answer(receivedAtMs: number, sentAtMs: number): Omit<Exchange, 'sentAtMs' | 'receivedAtMs'>;
}

export interface HostOptions {
  readonly id: string;
  /** UTC at a moment of the world, in ms since EPOCH_MS. */
  readonly utcMs: (atMs: number) => number;
  readonly onUtc: Drift;
  /** By how much the host clock is ahead of UTC at first, in ms. Its server knows about it. */
  readonly aheadMs: number;
  /** The step of a stamp, in ns. */
  readonly stampStepNs: number;
  /** What happens to this host; null where nothing does. */
  readonly happening: Break | null;
}

const EPOCH_NS = BigInt(EPOCH_MS) * 1_000_000n;
/** The server reads its source of UTC this often, and lets its bound grow in between. */
const POLL_INTERVAL_MS = 64e3;
const ASSUMED_RATE_ERROR = 50e-6;
/** One second over a day from noon to noon, as Google and Amazon smear. */
const SMEAR_MS = 1_000;
const SMEAR_RATE = SMEAR_MS / 86_400e3;

export function simulateHost(random: Random, options: HostOptions): SimulatedHost {
  const { id, happening } = options;
  const source = simulateSource(random);
  const pollPhaseMs = random.between(0, POLL_INTERVAL_MS);
  const baseNs = BigInt(Math.floor(random.between(1e18, 1.7e18)));
  const known: Drift = (atMs) => options.aheadMs + options.onUtc(atMs) + stepped(happening, atMs);
  const lieMs = happening?.kind === 'lie' ? happening.sizeMs : 0;
  const hidden: Drift = (atMs) => lieMs + smeared(happening, atMs);
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
      // A step is read at once, so it is known; the slow part is as old as the poll.
      const utcMinusHostMs =
        -(options.aheadMs + options.onUtc(polledAtMs)) - stepped(happening, sentAtMs) + errorMs;
      const grownMs = boundMs + (sentAtMs - polledAtMs) * ASSUMED_RATE_ERROR;
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

/** What a poll of NTP gives: mostly far better than its bound, and now and then at its edge. */
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
