import { randomBytes } from 'node:crypto';
import type { SealRefusal } from '../association.ts';
import { PACKET_BYTES } from '../packet.ts';
import {
  decodeFields,
  type ExtensionField,
  encodeField,
  FIELD,
  paddedBytes,
} from './extension-fields.ts';
import type { Siv } from './siv.ts';

/** The secrets of one request. */
export interface RequestSecrets {
  /** 32 random bytes, which only the reply to this request can echo. */
  readonly identifier: Buffer;
  readonly cookie: Buffer;
  /** The number of cookies that the reply should bring beyond the one that is spent. */
  readonly placeholders: number;
  /** The key from client to server. */
  readonly key: Buffer;
}

/** Why a reply opens or doesn't. */
export type OpenedReply =
  | { readonly cookies: readonly Buffer[] }
  | { readonly failure: SealRefusal };

const NONCE_BYTES = 16;
/** In front of a nonce: its length and that of the ciphertext, of 16 bits each. */
const LENGTHS_BYTES = 4;
const NAK_CODE = 'NTSN';

/**
 * A request with its extension fields: identifier, cookie, placeholders, and the authenticator, which
 * covers all before it. Source: RFC 8915 §5.3 to §5.7.
 */
export function sealRequest(header: Buffer, secrets: RequestSecrets, siv: Siv): Buffer {
  const { identifier, cookie, placeholders, key } = secrets;
  const placeholder = encodeField(FIELD.cookiePlaceholder, Buffer.alloc(cookie.length));
  const associatedData = Buffer.concat([
    header,
    encodeField(FIELD.uniqueIdentifier, identifier),
    encodeField(FIELD.cookie, cookie),
    ...Array.from({ length: placeholders }, () => placeholder),
  ]);
  const nonce = randomBytes(NONCE_BYTES);
  const ciphertext = siv.seal(key, { associatedData, nonce }, Buffer.alloc(0));
  return Buffer.concat([associatedData, encodeAuthenticator(nonce, ciphertext)]);
}

/**
 * Opens a packet that may be the reply to a request. Whatever stands behind its authenticator is not
 * read. A NAK counts only with our identifier, which proves that its sender has seen the request.
 * Source: RFC 8915 §5.7.
 */
export function openReply(
  packet: Buffer,
  { identifier, key }: Pick<RequestSecrets, 'identifier' | 'key'>,
  siv: Siv,
): OpenedReply {
  const fields = decodeFields(packet, PACKET_BYTES, FIELD.authenticator);
  if (fields === null) return { failure: 'bad-fields' };
  const echo = fields.find(({ type }) => type === FIELD.uniqueIdentifier);
  if (echo === undefined) return { failure: 'not-authenticated' };
  if (!echo.body.equals(identifier)) return { failure: 'wrong-identifier' };
  const authenticator = fields.find(({ type }) => type === FIELD.authenticator);
  if (authenticator === undefined)
    return { failure: isNak(packet) ? 'nts-nak' : 'not-authenticated' };
  const plaintext = openAuthenticator(packet, authenticator, { key, siv });
  if (plaintext === null) return { failure: 'bad-authenticator' };
  const cookies = decodeFields(plaintext, 0)?.filter(({ type }) => type === FIELD.cookie) ?? [];
  return { cookies: cookies.map(({ body }) => Buffer.from(body)) };
}

/** The body: both lengths, the nonce, the ciphertext, each padded. Source: RFC 8915 §5.6. */
function encodeAuthenticator(nonce: Buffer, ciphertext: Buffer): Buffer {
  const body = Buffer.alloc(
    LENGTHS_BYTES + paddedBytes(nonce.length) + paddedBytes(ciphertext.length),
  );
  body.writeUInt16BE(nonce.length, 0);
  body.writeUInt16BE(ciphertext.length, 2);
  nonce.copy(body, LENGTHS_BYTES);
  ciphertext.copy(body, LENGTHS_BYTES + paddedBytes(nonce.length));
  return encodeField(FIELD.authenticator, body);
}

function openAuthenticator(
  packet: Buffer,
  { body, startsAt }: ExtensionField,
  { key, siv }: { readonly key: Buffer; readonly siv: Siv },
): Buffer | null {
  if (body.length < LENGTHS_BYTES) return null;
  const nonceEnd = LENGTHS_BYTES + body.readUInt16BE(0);
  const start = LENGTHS_BYTES + paddedBytes(body.readUInt16BE(0));
  const end = start + body.readUInt16BE(2);
  if (end > body.length) return null;
  const nonce = body.subarray(LENGTHS_BYTES, nonceEnd);
  const associatedData = packet.subarray(0, startsAt);
  return siv.open(key, { associatedData, nonce }, body.subarray(start, end));
}

function isNak(packet: Buffer): boolean {
  return packet.readUInt8(1) === 0 && packet.toString('latin1', 12, 16) === NAK_CODE;
}
