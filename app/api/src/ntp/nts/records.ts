/** Types of the records that key establishment consists of. Source: RFC 8915 §7.6. */
export const RECORD = {
  endOfMessage: 0,
  nextProtocol: 1,
  error: 2,
  warning: 3,
  algorithm: 4,
  cookie: 5,
  server: 6,
  port: 7,
} as const;

/** One record. Source: RFC 8915 §4. */
export interface KeRecord {
  /** A receiver that doesn't know the type of a critical record must give up. */
  readonly isCritical: boolean;
  /** 15 bits. */
  readonly type: number;
  /** At most 65,535 bytes. */
  readonly body: Buffer;
}

const HEADER_BYTES = 4;
const CRITICAL_BIT = 0x8000;

/** A record as it travels. */
export function encodeRecord({ isCritical, type, body }: KeRecord): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE((isCritical ? CRITICAL_BIT : 0) | type, 0);
  header.writeUInt16BE(body.length, 2);
  return Buffer.concat([header, body]);
}

/** The records of a message up to its end; null as long as that has not come. */
export function decodeMessage(bytes: Buffer): readonly KeRecord[] | null {
  const records: KeRecord[] = [];
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    const flags = bytes.readUInt16BE(at);
    const end = at + HEADER_BYTES + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    const type = flags & ~CRITICAL_BIT;
    if (type === RECORD.endOfMessage) return records;
    const body = bytes.subarray(at + HEADER_BYTES, end);
    records.push({ isCritical: flags >= CRITICAL_BIT, type, body });
    at = end;
  }
  return null;
}

/** A list of 16-bit numbers as a body. */
export function encodeNumbers(...numbers: readonly number[]): Buffer {
  const body = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) body.writeUInt16BE(number, 2 * index);
  return body;
}

/** The 16-bit numbers of a body; null when half of one is left over. */
export function decodeNumbers(body: Buffer): readonly number[] | null {
  if (body.length % 2 !== 0) return null;
  return Array.from({ length: body.length / 2 }, (_, index) => body.readUInt16BE(2 * index));
}
