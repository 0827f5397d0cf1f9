import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePacket, encodeRequest } from './packet.ts';

/** The answer of a stratum 2 server, field by field as RFC 5905 figure 8 has them. */
const REPLY = [
  '240206e8', // leap 0, version 4, mode 4; stratum 2; poll 6; precision −24
  '00000a3d', // root delay, 16.16 seconds
  '00010000', // root dispersion
  'c0a80001', // reference id
  'ea00000000000000', // reference timestamp
  '0123456789abcdef', // origin
  'ea11111122222222', // receive
  'ea11111133333333', // transmit
].join('');

test('a request is 48 bytes of zero but for version 4, client mode and the transmit timestamp', () => {
  const expected = `23${'00'.repeat(39)}0123456789abcdef`;
  assert.equal(encodeRequest(0x0123_4567_89ab_cdefn).toString('hex'), expected);
});

test('reads each field where RFC 5905 puts it', () => {
  assert.deepEqual(decodePacket(Buffer.from(REPLY, 'hex')), {
    leap: 0,
    version: 4,
    mode: 4,
    stratum: 2,
    precisionNs: 60n,
    rootDelayNs: 39_993_287n,
    rootDispersionNs: 1_000_000_000n,
    referenceId: '\xc0\xa8\x00\x01',
    originTimestamp: 0x0123_4567_89ab_cdefn,
    receiveTimestamp: 0xea11_1111_2222_2222n,
    transmitTimestamp: 0xea11_1111_3333_3333n,
  });
});

test('reads the flags apart', () => {
  const bytes = Buffer.from(REPLY, 'hex');
  bytes[0] = 0b11_011_101;
  const packet = decodePacket(bytes);
  assert.equal(packet?.leap, 3);
  assert.equal(packet?.version, 3);
  assert.equal(packet?.mode, 5);
});

test('the precision of a coarse clock is over a second', () => {
  const bytes = Buffer.from(REPLY, 'hex');
  bytes.writeInt8(2, 3);
  assert.equal(decodePacket(bytes)?.precisionNs, 4_000_000_000n);
});

test('what follows the header is ignored', () => {
  const longer = Buffer.from(`${REPLY}ffffffffffffffff`, 'hex');
  assert.deepEqual(decodePacket(longer), decodePacket(Buffer.from(REPLY, 'hex')));
});

test('a packet that is cut off is none', () => {
  assert.equal(decodePacket(Buffer.from(REPLY, 'hex').subarray(0, 47)), null);
  assert.equal(decodePacket(Buffer.alloc(0)), null);
});
