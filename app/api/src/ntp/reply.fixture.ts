import { PACKET_BYTES, SERVER_MODE } from './packet.ts';
import { toNtpTimestamp } from './timestamp.ts';

/** The fields of a reply that differ from those of an honest server of stratum 1. */
export interface ReplyFacts {
  readonly leap?: number;
  readonly version?: number;
  readonly mode?: number;
  readonly stratum?: number;
  /** Base-2 logarithm of seconds. */
  readonly precision?: number;
  readonly rootDelayMs?: number;
  readonly rootDispersionMs?: number;
  readonly referenceId?: string;
  /** In ns since 1970. */
  readonly receivedNs?: bigint;
  readonly sentNs?: bigint;
  readonly originTimestamp?: bigint;
}

const DEFAULTS = {
  leap: 0,
  version: 4,
  mode: SERVER_MODE,
  stratum: 1,
  precision: -23,
  rootDelayMs: 0,
  rootDispersionMs: 0,
  referenceId: 'TEST',
};

/** The answer to a request, as a server puts it on the wire. */
export function encodeReply(request: Buffer, facts: ReplyFacts = {}): Buffer {
  const { leap, version, mode, stratum, precision, ...rest } = { ...DEFAULTS, ...facts };
  const { receivedNs = 0n, sentNs = receivedNs } = facts;
  const packet = Buffer.alloc(PACKET_BYTES);
  packet[0] = (leap << 6) | (version << 3) | mode;
  packet[1] = stratum;
  packet.writeInt8(precision, 3);
  packet.writeUInt32BE(Math.ceil((rest.rootDelayMs / 1000) * 65_536), 4);
  packet.writeUInt32BE(Math.ceil((rest.rootDispersionMs / 1000) * 65_536), 8);
  packet.write(rest.referenceId, 12, 'latin1');
  packet.writeBigUInt64BE(facts.originTimestamp ?? request.readBigUInt64BE(40), 24);
  packet.writeBigUInt64BE(toNtpTimestamp(receivedNs), 32);
  packet.writeBigUInt64BE(toNtpTimestamp(sentNs), 40);
  return packet;
}
