import type { LeapIndicator } from '@dataiku-assessment/contract';
import { driftNs, KERNEL_DRIFT_PPM } from '../clock/drift.ts';
import { grow, type Interval } from '../clock/interval.ts';
import { STAMP_STEP_NS } from '../clock/realtime-clock.ts';
import type { NtpPacket } from './packet.ts';
import { rootDistanceNs } from './reply-check.ts';
import { toUnixNs } from './timestamp.ts';

/** One exchange with a server, and the offset that it proves: UTC − host ∈ [minNs, maxNs] at `asOfNs`. */
export interface Sample extends Interval {
  /** The clock base (realtime − monotonic, ns) that it is true of. */
  readonly baseNs: bigint;
  /** The arrival of the reply (monotonic, ns). */
  readonly asOfNs: bigint;
  readonly leap: LeapIndicator;
}

/** A sample with the limit of drift, by which its offset grows from then on. */
export interface GrowingSample extends Sample {
  /** In whole parts per million. */
  readonly driftPpm: number;
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

const LEAPS: readonly LeapIndicator[] = ['none', 'insert', 'delete'];

/**
 * The interval of one exchange: θ ± (δ/2 + root delay/2 + root dispersion + precision + drift × δ),
 * where θ is the offset and δ the round trip (RFC 5905 §8, §11.1). The host clock is read once: the
 * arrival is as much later as the monotonic clock says.
 * Null when the server says that it held the request for longer than the whole exchange took.
 */
export function sampleOf(packet: NtpPacket, stamps: HostStamps): Sample | null {
  const { sentNs, baseNs, receivedAtNs } = stamps;
  const elapsedNs = receivedAtNs - stamps.sentAtNs;
  const arrivedNs = sentNs + STAMP_STEP_NS + elapsedNs;
  // Either clock may have drifted during the exchange.
  const exchangeDriftNs = driftNs(elapsedNs, KERNEL_DRIFT_PPM);
  // A timestamp is floored to a ns: the next one is not early.
  const serverReceivedNs = toUnixNs(packet.receiveTimestamp) + 1n;
  const serverSentNs = toUnixNs(packet.transmitTimestamp);
  const errorNs = rootDistanceNs(packet) + exchangeDriftNs;
  const minNs = serverSentNs - arrivedNs - errorNs;
  const maxNs = serverReceivedNs - sentNs + errorNs;
  const heldNs = serverSentNs - serverReceivedNs;
  if (heldNs > arrivedNs - sentNs + 2n * (packet.precisionNs + exchangeDriftNs)) return null;
  return {
    baseNs,
    minNs,
    maxNs,
    asOfNs: receivedAtNs,
    leap: LEAPS[packet.leap] ?? 'unknown',
  };
}

/** A sample grown to a later time (monotonic, ns). */
export function sampleAt(sample: GrowingSample, monotonicNs: bigint): GrowingSample {
  const offset = grow(sample, monotonicNs - sample.asOfNs, sample.driftPpm);
  return { ...sample, ...offset, asOfNs: monotonicNs };
}
