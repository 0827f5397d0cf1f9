import { aessiv } from '@noble/ciphers/aes.js';
import { encodeReply, type ReplyFacts } from '../reply.fixture.ts';

/** What a test's NTS server puts into a reply, beside the time. */
export interface SealFacts extends ReplyFacts {
  readonly identifier: Buffer;
  readonly key: Buffer;
  readonly cookies?: readonly Buffer[];
}

/** A field as RFC 7822 has it, written by another hand than the product's. */
export function field(type: string, hex: string): string {
  const padded = hex.padEnd(Math.ceil(hex.length / 8) * 8, '0');
  return type + (padded.length / 2 + 4).toString(16).padStart(4, '0') + padded;
}

/** The reply of an honest NTS server (RFC 8915 §5.7): identifier, and an authenticator with new cookies. */
export function sealedReply(
  request: Buffer,
  { identifier, key, cookies = [], ...facts }: SealFacts,
) {
  const echoed = field('0104', identifier.toString('hex'));
  const head = Buffer.concat([encodeReply(request, facts), Buffer.from(echoed, 'hex')]);
  const nonce = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
  const inside = cookies.map((cookie) => field('0204', cookie.toString('hex'))).join('');
  const sealed = aessiv(key, head, nonce).encrypt(Buffer.from(inside, 'hex'));
  const hex = Buffer.from(sealed).toString('hex');
  const body = `0010${(hex.length / 2).toString(16).padStart(4, '0')}${nonce.toString('hex')}${hex}`;
  return Buffer.concat([head, Buffer.from(field('0404', body), 'hex')]);
}

/** "I can't use your cookie" (RFC 8915 §5.7): a kiss code and the identifier, under no seal. */
export function nak(request: Buffer, identifier: Buffer): Buffer {
  const kiss = encodeReply(request, { stratum: 0, leap: 3, referenceId: 'NTSN' });
  return Buffer.concat([kiss, Buffer.from(field('0104', identifier.toString('hex')), 'hex')]);
}

/** The body of the first field of a type in a request. */
export function fieldOf(request: Buffer, type: number): Buffer {
  for (let at = 48; at < request.length; at += request.readUInt16BE(at + 2)) {
    const end = at + request.readUInt16BE(at + 2);
    if (request.readUInt16BE(at) === type) return request.subarray(at + 4, end);
  }
  throw new Error(`no field ${type} in ${request.toString('hex')}`);
}
