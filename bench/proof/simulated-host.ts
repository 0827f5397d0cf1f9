import type { Exchange } from '@dataiku-assessment/clock-sync/follow-server';
import type { Break } from './break.ts';
import type { Gain } from './drift.ts';
import { EPOCH_MS } from './epoch.ts';
import type { Random } from './random.ts';
import { simulateSource } from './simulated-source.ts';

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
/** One second over a day from noon to noon, as Google and Amazon smear. */
const SMEAR_MS = 1_000;
const SMEAR_RATE = SMEAR_MS / 86_400e3;

export function simulateHost(random: Random, options: HostOptions): SimulatedHost {
  const { id, happening } = options;
  const baseNs = BigInt(Math.floor(random.between(1e18, 1.7e18)));
  const onUtc: Gain = (atMs) => options.onUtc(atMs) + migrated(happening, atMs);
  const source = simulateSource(random, {
    truthMs: (atMs) => -(options.aheadMs + onUtc(atMs)),
    monotonicNs: (atMs) => BigInt(Math.round((options.utcMs(atMs) + onUtc(atMs)) * 1e6)),
  });
  const known: Gain = (atMs) => options.aheadMs + onUtc(atMs) + stepped(happening, atMs);
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
      // The server notices a step at once.
      const steppedNs = BigInt(Math.round(stepped(happening, sentAtMs) * 1e6));
      const { minNs, maxNs } = source.offsetAt(sentAtMs);
      return {
        hostReceivedNs: stampNs(receivedAtMs),
        hostSentNs: stampNs(sentAtMs),
        hostStepNs: BigInt(options.stampStepNs),
        hostBaseNs: baseNs + steppedNs,
        utcMinusHost: { minNs: minNs - steppedNs - 1n, maxNs: maxNs - steppedNs + 1n },
        server: {
          status: 'synchronized',
          reason: null,
          source: 'ntp',
          authenticated: false,
          clockId: id,
        },
      };
    },
  };
}

function stepped(happening: Break | null, atMs: number): number {
  return happening?.kind === 'step' && atMs >= happening.atMs ? happening.sizeMs : 0;
}

/** What a host has gained since it was moved to other hardware: so many ms in 1,000 s. */
function migrated(happening: Break | null, atMs: number): number {
  if (happening?.kind !== 'migration') return 0;
  return (Math.max(0, atMs - happening.atMs) * happening.sizeMs) / 1e6;
}

function smeared(happening: Break | null, atMs: number): number {
  if (happening?.kind !== 'smear') return 0;
  return -Math.min(SMEAR_MS, Math.max(0, atMs - happening.atMs) * SMEAR_RATE);
}

/** Never negative. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
