/** RFC 5905 §7.3: the header that every packet starts with. Extensions and MAC after it are ignored. */
export const PACKET_BYTES = 48;
const VERSION = 4;
const CLIENT_MODE = 3;
export const SERVER_MODE = 4;

/** The fields of a packet that a client reads. Timestamps are as on the wire: 32.32 seconds. */
export interface NtpPacket {
  readonly leap: number;
  readonly version: number;
  readonly mode: number;
  readonly stratum: number;
  /** How finely the server reads its clock, in ns. */
  readonly precisionNs: bigint;
  /** The round trip to the server's own reference, in ns. */
  readonly rootDelayNs: bigint;
  /** The further error of the server's clock, beyond half of the root delay, in ns. */
  readonly rootDispersionNs: bigint;
  /** In a packet of stratum 0 the four letters of its kiss code. */
  readonly referenceId: string;
  readonly originTimestamp: bigint;
  readonly receiveTimestamp: bigint;
  readonly transmitTimestamp: bigint;
}

/**
 * A client's request. It carries only `transmitTimestamp`: 64 random bits that only a reply to it can
 * echo, and that do not reveal the time of this clock.
 */
export function encodeRequest(transmitTimestamp: bigint): Buffer {
  const packet = Buffer.alloc(PACKET_BYTES);
  packet[0] = (VERSION << 3) | CLIENT_MODE;
  packet.writeBigUInt64BE(transmitTimestamp, 40);
  return packet;
}

/** Decodes a packet; null when it is too short. Errors of measurement are rounded up. */
export function decodePacket(bytes: Buffer): NtpPacket | null {
  if (bytes.length < PACKET_BYTES) return null;
  const flags = bytes.readUInt8(0);
  return {
    leap: flags >> 6,
    version: (flags >> 3) & 7,
    mode: flags & 7,
    stratum: bytes.readUInt8(1),
    precisionNs: powerOfTwoSecondsNs(bytes.readInt8(3)),
    rootDelayNs: shortFormatNs(bytes.readUInt32BE(4)),
    rootDispersionNs: shortFormatNs(bytes.readUInt32BE(8)),
    referenceId: bytes.toString('latin1', 12, 16),
    originTimestamp: bytes.readBigUInt64BE(24),
    receiveTimestamp: bytes.readBigUInt64BE(32),
    transmitTimestamp: bytes.readBigUInt64BE(40),
  };
}

/** 16.16 seconds. */
function shortFormatNs(value: number): bigint {
  return (BigInt(value) * 1_000_000_000n + 0xffffn) >> 16n;
}

function powerOfTwoSecondsNs(exponent: number): bigint {
  return BigInt(Math.ceil(2 ** exponent * 1e9));
}
