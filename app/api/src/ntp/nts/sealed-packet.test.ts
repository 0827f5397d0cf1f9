import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aessiv } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { encodeRequest } from '../packet.ts';
import { encodeReply } from '../reply.fixture.ts';
import { openReply, sealRequest } from './sealed-packet.ts';
import { field, nak, sealedReply } from './sealed-reply.fixture.ts';
import { loadSiv } from './siv.ts';

const SIV = await loadSiv();
const HEADER = encodeRequest(0x0123_4567_89ab_cdefn);
const IDENTIFIER = Buffer.alloc(32, 0x1d);
const COOKIE = Buffer.alloc(100, 0xc0);
const KEY = Buffer.alloc(32, 0x5e);
const SECRETS = { identifier: IDENTIFIER, cookie: COOKIE, placeholders: 0, key: KEY };
const REPLY = sealedReply(HEADER, { identifier: IDENTIFIER, key: KEY, cookies: [COOKIE] });

function open(packet: Buffer) {
  return openReply(packet, SECRETS, SIV);
}

test('a request is header, identifier, cookie, placeholders, and an authenticator over all of them', () => {
  const request = sealRequest(HEADER, { ...SECRETS, placeholders: 2 }, SIV);
  const placeholder = field('0304', '00'.repeat(100));
  const covered =
    HEADER.toString('hex') +
    field('0104', IDENTIFIER.toString('hex')) +
    field('0204', COOKIE.toString('hex')) +
    placeholder +
    placeholder;
  const hex = request.toString('hex');
  assert.equal(hex.slice(0, covered.length), covered);
  const authenticator = /^0404002800100010(?<nonce>.{32})(?<ciphertext>.{32})$/;
  const { nonce = '', ciphertext = '' } =
    authenticator.exec(hex.slice(covered.length))?.groups ?? {};
  const cipher = aessiv(KEY, Buffer.from(covered, 'hex'), Buffer.from(nonce, 'hex'));
  assert.equal(cipher.decrypt(Buffer.from(ciphertext, 'hex')).length, 0);
});

test('a request with one cookie of 100 bytes has 228 bytes, as other clients send', () => {
  assert.equal(sealRequest(HEADER, SECRETS, SIV).length, 228);
});

test('no two requests share a nonce', () => {
  const [one, other] = [sealRequest(HEADER, SECRETS, SIV), sealRequest(HEADER, SECRETS, SIV)];
  assert.notDeepEqual(one.subarray(-32), other.subarray(-32));
});

test('an authentic reply opens, and brings its cookies', () => {
  assert.deepEqual(open(REPLY), { cookies: [COOKIE] });
});

test('what follows the authenticator counts for nothing', () => {
  const more = field('0204', 'ff'.repeat(100));
  assert.deepEqual(open(Buffer.concat([REPLY, Buffer.from(more, 'hex')])), { cookies: [COOKIE] });
  assert.deepEqual(open(Buffer.concat([REPLY, Buffer.from('beef', 'hex')])), { cookies: [COOKIE] });
});

test('a cookie outside of the seal is not taken', () => {
  const outside = Buffer.from(field('0204', 'ff'.repeat(100)), 'hex');
  const packet = Buffer.concat([REPLY.subarray(0, 84), outside, REPLY.subarray(84)]);
  assert.deepEqual(open(packet), { failure: 'bad-authenticator' });
});

test('no bit of an authentic reply can be changed', () => {
  fc.assert(
    fc.property(fc.nat({ max: REPLY.length * 8 - 1 }), (bit) => {
      const packet = Buffer.from(REPLY);
      packet.writeUInt8(packet.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.ok('failure' in open(packet), `bit ${bit}`);
    }),
    { numRuns: 2000 },
  );
});

test('no authentic reply can be cut', () => {
  for (let end = 48; end < REPLY.length; end += 1) {
    assert.ok('failure' in open(REPLY.subarray(0, end)), `${end} bytes`);
  }
});

test('a reply to another request, or under another key, does not open', () => {
  const other = Buffer.alloc(32, 0x1e);
  const facts = { identifier: IDENTIFIER, key: KEY };
  assert.deepEqual(open(sealedReply(HEADER, { ...facts, identifier: other })), {
    failure: 'wrong-identifier',
  });
  assert.deepEqual(open(sealedReply(HEADER, { ...facts, key: Buffer.alloc(32) })), {
    failure: 'bad-authenticator',
  });
});

test('a plain reply is not authenticated, with and without our identifier', () => {
  const plain = encodeReply(HEADER);
  assert.deepEqual(open(plain), { failure: 'not-authenticated' });
  const echo = Buffer.from(field('0104', IDENTIFIER.toString('hex')), 'hex');
  assert.deepEqual(open(Buffer.concat([plain, echo])), { failure: 'not-authenticated' });
});

test('a NAK counts with our identifier alone', () => {
  assert.deepEqual(open(nak(HEADER, IDENTIFIER)), { failure: 'nts-nak' });
  assert.deepEqual(open(nak(HEADER, Buffer.alloc(32))), { failure: 'wrong-identifier' });
  assert.deepEqual(open(nak(HEADER, IDENTIFIER).subarray(0, 48)), { failure: 'not-authenticated' });
});

test('lengths in the authenticator that run over are refused', () => {
  for (const lengths of ['ffff0010', '0010ffff', '00100011', '00000000']) {
    const packet = Buffer.from(REPLY);
    Buffer.from(lengths, 'hex').copy(packet, 88);
    assert.deepEqual(open(packet), { failure: 'bad-authenticator' });
  }
  const empty = Buffer.from(field('0404', ''), 'hex');
  assert.deepEqual(open(Buffer.concat([REPLY.subarray(0, 84), empty])), {
    failure: 'bad-authenticator',
  });
});

const PACKETS = 100_000;
const fuzzed = fc.oneof(
  { weight: 30, arbitrary: fc.uint8Array({ maxLength: 120 }) },
  {
    weight: 2,
    // As far as the seal: our identifier, and an authenticator of anything.
    arbitrary: fc
      .tuple(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 60 }))
      .map(([before, body]) => {
        const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
        const fields = [field('0104', hex(IDENTIFIER)), hex(before), field('0404', hex(body))];
        return Buffer.from(fields.join(''), 'hex');
      }),
  },
);

test(`of ${PACKETS} random packets none is authentic, and none is an error`, () => {
  fc.assert(
    fc.property(fuzzed, (bytes) => {
      assert.ok('failure' in open(Buffer.concat([REPLY.subarray(0, 48), bytes])));
    }),
    { numRuns: PACKETS },
  );
});
