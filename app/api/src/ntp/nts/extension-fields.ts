/** Types of the extension fields of NTS. Source: RFC 8915 §7.5. */
export const FIELD = {
  uniqueIdentifier: 0x0104,
  cookie: 0x0204,
  cookiePlaceholder: 0x0304,
  authenticator: 0x0404,
} as const;

/** An extension field, and where it starts in its packet. Source: RFC 7822 §3. */
export interface ExtensionField {
  readonly type: number;
  readonly body: Buffer;
  readonly startsAt: number;
}

const HEADER_BYTES = 4;

/** A field as it travels: type, length with header and padding, body, zeros up to a multiple of 4 bytes. */
export function encodeField(type: number, body: Buffer): Buffer {
  const field = Buffer.alloc(HEADER_BYTES + paddedBytes(body.length));
  field.writeUInt16BE(type, 0);
  field.writeUInt16BE(field.length, 2);
  body.copy(field, HEADER_BYTES);
  return field;
}

/**
 * The fields from a place in a packet on, up to the first one of the type `last`; null when one runs
 * over the end of the packet, or its length is not a multiple of 4.
 */
export function decodeFields(
  packet: Buffer,
  start: number,
  last?: number,
): readonly ExtensionField[] | null {
  const fields: ExtensionField[] = [];
  for (let startsAt = start; startsAt < packet.length; ) {
    if (startsAt + HEADER_BYTES > packet.length) return null;
    const type = packet.readUInt16BE(startsAt);
    const length = packet.readUInt16BE(startsAt + 2);
    const end = startsAt + length;
    if (length < HEADER_BYTES || length % 4 !== 0 || end > packet.length) return null;
    fields.push({ type, body: packet.subarray(startsAt + HEADER_BYTES, end), startsAt });
    if (type === last) break;
    startsAt = end;
  }
  return fields;
}

/** A length, rounded up to a multiple of 4. */
export function paddedBytes(length: number): number {
  return Math.ceil(length / 4) * 4;
}
