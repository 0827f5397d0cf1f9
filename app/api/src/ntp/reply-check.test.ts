import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePacket, encodeRequest, type NtpPacket } from './packet.ts';
import { encodeReply, type ReplyFacts } from './reply.fixture.ts';
import { type Refusal, rootDistanceNs, whyNoTime, whyNotOurs } from './reply-check.ts';

const SENT = 0x0123_4567_89ab_cdefn;
const NOW_NS = 1_795_410_422_000_000_000n;

function reply(facts: ReplyFacts = {}): NtpPacket {
  const packet = decodePacket(encodeReply(encodeRequest(SENT), { receivedNs: NOW_NS, ...facts }));
  assert.ok(packet !== null);
  return packet;
}

test('an honest answer passes', () => {
  assert.equal(whyNotOurs(reply(), SENT), null);
  assert.equal(whyNoTime(reply()), null);
});

test('an answer of version 3 passes', () => {
  assert.equal(whyNoTime(reply({ version: 3 })), null);
});

test('an answer to another request is not ours', () => {
  assert.equal(whyNotOurs(reply({ originTimestamp: SENT + 1n }), SENT), 'wrong-origin');
  assert.equal(whyNotOurs(reply({ originTimestamp: 0n }), SENT), 'wrong-origin');
});

for (const mode of [0, 1, 2, 3, 5, 6, 7]) {
  test(`mode ${mode} is not an answer`, () => {
    assert.equal(whyNotOurs(reply({ mode }), SENT), 'wrong-mode');
  });
}

const REFUSED: readonly [string, ReplyFacts, Refusal][] = [
  ['version 2', { version: 2 }, 'wrong-version'],
  ['version 5', { version: 5 }, 'wrong-version'],
  ['the kiss code RATE', { stratum: 0, leap: 3, referenceId: 'RATE' }, 'kiss-rate'],
  ['the kiss code DENY', { stratum: 0, leap: 3, referenceId: 'DENY' }, 'kiss-deny'],
  ['the kiss code RSTR', { stratum: 0, leap: 3, referenceId: 'RSTR' }, 'kiss-rstr'],
  ['any other kiss code', { stratum: 0, leap: 3, referenceId: 'INIT' }, 'kiss-other'],
  ['a server that is not synchronised', { leap: 3 }, 'server-unsynchronized'],
  ['stratum 16', { stratum: 16 }, 'bad-stratum'],
  ['stratum 255', { stratum: 255 }, 'bad-stratum'],
  ['an answer sent before it arrived', { sentNs: NOW_NS - 1n }, 'bad-timestamps'],
  ['a root dispersion over 1.5 s', { rootDispersionMs: 1501 }, 'root-distance'],
  ['a root delay over 3 s', { rootDelayMs: 3001 }, 'root-distance'],
  ['a clock that ticks in 2 s', { precision: 1 }, 'root-distance'],
];
for (const [what, facts, code] of REFUSED) {
  test(`refuses ${what}: ${code}`, () => assert.equal(whyNoTime(reply(facts)), code));
}

test('refuses timestamps that were never set', () => {
  assert.equal(whyNoTime({ ...reply(), receiveTimestamp: 0n }), 'bad-timestamps');
  assert.equal(whyNoTime({ ...reply(), transmitTimestamp: 0n }), 'bad-timestamps');
});

test('takes a root distance up to 1.5 s', () => {
  assert.equal(whyNoTime(reply({ rootDelayMs: 1000, rootDispersionMs: 999 })), null);
});

test('the root distance is half the root delay, the root dispersion and the precision', () => {
  const facts = { rootDelayMs: 1000, rootDispersionMs: 250, precision: -10 };
  assert.equal(rootDistanceNs(reply(facts)), 750_976_563n);
});
