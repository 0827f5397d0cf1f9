import type { Exchange } from './exchange.ts';

const EPOCH_NS = 1_795_410_422_879_000_000n;

/** What a test says of an exchange; the rest is an undisturbed one over a round trip of 2 ms. */
export interface ExchangeFacts {
  /** When it was sent, in ms of the device's clock. */
  readonly sentAtMs?: number;
  readonly roundTripMs?: number;
  /** Host clock minus device clock, in ms since the fixture's epoch. */
  readonly hostAheadMs?: number;
  readonly clockId?: string;
  readonly hostBaseNs?: bigint;
  /** UTC minus host clock, in ms; null where the server can't bound it. */
  readonly utcMinusHostMs?: readonly [number, number] | null;
  readonly status?: Exchange['server']['status'];
}

/** An exchange whose stamps are exact and whose way there takes as long as the way back. */
export function exchangeWith(facts: ExchangeFacts = {}): Exchange {
  const { sentAtMs = 0, roundTripMs = 2, hostAheadMs = 0, utcMinusHostMs = null } = facts;
  const atHostNs = EPOCH_NS + toNs(sentAtMs + roundTripMs / 2 + hostAheadMs);
  return {
    sentAtMs,
    receivedAtMs: sentAtMs + roundTripMs,
    hostReceivedNs: atHostNs,
    hostSentNs: atHostNs,
    hostStepNs: 0n,
    hostBaseNs: facts.hostBaseNs ?? 0n,
    utcMinusHost:
      utcMinusHostMs === null
        ? null
        : { minNs: toNs(utcMinusHostMs[0]), maxNs: toNs(utcMinusHostMs[1]) },
    server: {
      status: facts.status ?? 'synchronized',
      reason: null,
      source: 'kernel',
      authenticated: false,
      clockId: facts.clockId ?? 'a',
    },
  };
}

function toNs(ms: number): bigint {
  return BigInt(Math.round(ms * 1e6));
}
