import { type NtpPacket, SERVER_MODE } from './packet.ts';
import { isBefore } from './timestamp.ts';

/** Why a packet gives no sample. Stable: they label metrics. */
export type Refusal =
  | 'too-short'
  | 'wrong-mode'
  | 'wrong-origin'
  | 'wrong-version'
  | 'kiss-rate'
  | 'kiss-deny'
  | 'kiss-rstr'
  | 'kiss-other'
  | 'server-unsynchronized'
  | 'bad-stratum'
  | 'bad-timestamps'
  | 'root-distance';

/** The largest root distance of a reply that is accepted. */
const MAX_ROOT_DISTANCE_NS = 1_500_000_000n;
const LEAP_UNSYNCHRONIZED = 3;
const STRATUM_UNSYNCHRONIZED = 16;

/**
 * Refuses a packet that is not the reply to our request: nothing in it counts, not even a kiss code.
 * Source: RFC 5905 §8 (tests 1 to 3), §7.4.
 */
export function whyNotOurs(packet: NtpPacket, sentTimestamp: bigint): Refusal | null {
  if (packet.mode !== SERVER_MODE) return 'wrong-mode';
  if (packet.originTimestamp !== sentTimestamp) return 'wrong-origin';
  return null;
}

/** Refuses a reply that gives no time. Source: RFC 5905 §7.4, §A.5.1. */
export function whyNoTime(packet: NtpPacket): Refusal | null {
  if (packet.version < 3 || packet.version > 4) return 'wrong-version';
  if (packet.stratum === 0) return kissCode(packet.referenceId);
  if (packet.leap === LEAP_UNSYNCHRONIZED) return 'server-unsynchronized';
  if (packet.stratum >= STRATUM_UNSYNCHRONIZED) return 'bad-stratum';
  if (!areTimestampsInOrder(packet)) return 'bad-timestamps';
  if (rootDistanceNs(packet) > MAX_ROOT_DISTANCE_NS) return 'root-distance';
  return null;
}

/**
 * The error of the server's timestamps against UTC by its own account, in ns: root delay/2 + root
 * dispersion + precision. Source: RFC 5905 §11.1.
 */
export function rootDistanceNs(packet: NtpPacket): bigint {
  return (packet.rootDelayNs + 1n) / 2n + packet.rootDispersionNs + packet.precisionNs;
}

function kissCode(code: string): Refusal {
  if (code === 'RATE') return 'kiss-rate';
  if (code === 'DENY') return 'kiss-deny';
  if (code === 'RSTR') return 'kiss-rstr';
  return 'kiss-other';
}

function areTimestampsInOrder({ receiveTimestamp, transmitTimestamp }: NtpPacket): boolean {
  if (receiveTimestamp === 0n || transmitTimestamp === 0n) return false;
  return !isBefore(transmitTimestamp, receiveTimestamp);
}
