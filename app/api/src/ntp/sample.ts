import type { LeapIndicator } from '@dataiku-assessment/contract';
import { STAMP_STEP_NS } from '../clock/host-clock.ts';
import type { NtpPacket } from './packet.ts';
import { rootDistanceNs } from './reply-check.ts';
import { toUnixNs } from './timestamp.ts';

/** What one exchange says: UTC − host clock ∈ [minNs, maxNs] at `readAtNs`. */
export interface Sample {
  /** The host clock's base (realtime − monotonic, ns) that it is true of. */
  readonly baseNs: bigint;
  readonly minNs: bigint;
  readonly maxNs: bigint;
  /** Monotonic, ns: when the answer had arrived. From here on both ends move outward (`DRIFT_PPM`). */
  readonly readAtNs: bigint;
  readonly leap: LeapIndicator;
}

/** This host's stamps around one exchange. */
export interface HostStamps {
  readonly baseNs: bigint;
  /** Monotonic, ns: read before `sentNs`. */
  readonly sentAtNs: bigint;
  /** The host clock in ns since 1970, read before the request left: early by at most its step. */
  readonly sentNs: bigint;
  /** Monotonic, ns: read after the answer had arrived. */
  readonly receivedAtNs: bigint;
}

/** By how much UTC may gain or lose on the host clock, in parts per million of the host's time. */
export const DRIFT_PPM = 50;

const LEAPS: readonly LeapIndicator[] = ['none', 'insert', 'delete'];

/**
 * The interval of one exchange: θ ± (δ/2 + root delay/2 + root dispersion + precision + drift × δ),
 * where θ is the offset and δ the round trip (RFC 5905 §8, §11.1). The host clock is read once: the
 * arrival is as much later as the monotonic clock says.
 * Null when the server claims to have held the request for longer than the whole exchange took.
 */
export function sampleOf(packet: NtpPacket, stamps: HostStamps): Sample | null {
  const { sentNs, baseNs, receivedAtNs } = stamps;
  const elapsedNs = receivedAtNs - stamps.sentAtNs;
  const arrivedNs = sentNs + STAMP_STEP_NS + elapsedNs;
  // What either clock drifted during the exchange counts too.
  const driftNs = driftOverNs(elapsedNs);
  // A timestamp is floored to a ns: the next one is not early.
  const serverReceivedNs = toUnixNs(packet.receiveTimestamp, sentNs) + 1n;
  const serverSentNs = toUnixNs(packet.transmitTimestamp, sentNs);
  const errorNs = rootDistanceNs(packet) + driftNs;
  const minNs = serverSentNs - arrivedNs - errorNs;
  const maxNs = serverReceivedNs - sentNs + errorNs;
  const heldNs = serverSentNs - serverReceivedNs;
  if (heldNs > arrivedNs - sentNs + 2n * (packet.precisionNs + driftNs)) return null;
  return { baseNs, minNs, maxNs, readAtNs: receivedAtNs, leap: LEAPS[packet.leap] ?? 'unknown' };
}

/** What a sample says at another moment (monotonic, ns), not before it was taken. */
export function sampleAt(sample: Sample, monotonicNs: bigint): Sample {
  const growthNs = driftOverNs(monotonicNs - sample.readAtNs);
  return {
    ...sample,
    minNs: sample.minNs - growthNs,
    maxNs: sample.maxNs + growthNs,
    readAtNs: monotonicNs,
  };
}

/** By how much UTC − host may change over a span, in ns, rounded up. */
function driftOverNs(spanNs: bigint): bigint {
  return (spanNs * BigInt(DRIFT_PPM) + 999_999n) / 1_000_000n;
}
