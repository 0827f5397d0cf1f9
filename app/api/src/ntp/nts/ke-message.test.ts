import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KE_REQUEST, readGrant } from './ke-message.ts';
import { decodeMessage, type KeRecord } from './records.ts';

function record(type: number, hex: string, isCritical = false): KeRecord {
  return { isCritical, type, body: Buffer.from(hex, 'hex') };
}

const PROTOCOL = record(1, '0000', true);
const ALGORITHM = record(4, '000f');
const COOKIE = record(5, 'c0c1c2c3');
const MINIMAL = [PROTOCOL, ALGORITHM, COOKIE];

function host(name: string): KeRecord {
  return record(6, Buffer.from(name).toString('hex'));
}

test('a request offers NTPv4 with AES-SIV-CMAC-256, all of it critical', () => {
  assert.equal(KE_REQUEST.toString('hex'), '800100020000' + '80040002000f' + '80000000');
  assert.equal(decodeMessage(KE_REQUEST)?.length, 2);
});

test('the least that is granted: cookies, at the same address, on port 123', () => {
  assert.deepEqual(readGrant(MINIMAL), { host: null, port: 123, cookies: [COOKIE.body] });
});

test('takes the server and the port that are negotiated', () => {
  const grant = readGrant([...MINIMAL, host('ntp1.example'), record(7, '1f90', true)]);
  assert.deepEqual(grant, { host: 'ntp1.example', port: 8080, cookies: [COOKIE.body] });
  for (const address of ['192.0.2.1', '2001:db8::1']) {
    assert.deepEqual(readGrant([...MINIMAL, host(address)]), {
      host: address,
      port: 123,
      cookies: [COOKIE.body],
    });
  }
});

test('passes over an unknown record that is not critical', () => {
  assert.ok('cookies' in readGrant([...MINIMAL, record(1024, 'ff')]));
});

const refused: Record<string, [failure: string, KeRecord[]]> = {
  'an error': ['error-record', [record(2, '0001', true)]],
  'an error without a code': ['error-record', [...MINIMAL, record(2, '')]],
  'a warning': ['warning-record', [...MINIMAL, record(3, '0000', true)]],
  'an unknown critical record': ['unknown-critical-record', [...MINIMAL, record(99, '', true)]],
  'no protocol': ['bad-records', [ALGORITHM, COOKIE]],
  'no protocol that is common': ['no-common-protocol', [record(1, '')]],
  'another protocol': ['bad-records', [record(1, '0007'), ALGORITHM, COOKIE]],
  'two protocols': ['bad-records', [record(1, '00000007'), ALGORITHM, COOKIE]],
  'half a protocol': ['bad-records', [record(1, '00'), ALGORITHM, COOKIE]],
  'two records of protocols': ['bad-records', [PROTOCOL, ...MINIMAL]],
  'no algorithm': ['bad-records', [PROTOCOL, COOKIE]],
  'no algorithm that is common': ['no-common-algorithm', [PROTOCOL, record(4, '')]],
  'an algorithm that was not offered': ['bad-records', [PROTOCOL, record(4, '001e'), COOKIE]],
  'no cookie': ['no-cookies', [PROTOCOL, ALGORITHM]],
  'an empty cookie': ['bad-records', [...MINIMAL, record(5, '')]],
  'a cookie that fits into no packet': ['bad-records', [...MINIMAL, record(5, '00'.repeat(1025))]],
  'port 0': ['bad-records', [...MINIMAL, record(7, '0000')]],
  'two ports': ['bad-records', [...MINIMAL, record(7, '00010002')]],
  'an empty port': ['bad-records', [...MINIMAL, record(7, '')]],
  'half a port': ['bad-records', [...MINIMAL, record(7, '01')]],
  'a server that is no name': ['bad-records', [...MINIMAL, host('a b')]],
  'a server without a name': ['bad-records', [...MINIMAL, host('')]],
  'two servers': ['bad-records', [...MINIMAL, host('a'), host('b')]],
};
for (const [what, [failure, records]] of Object.entries(refused)) {
  test(`refuses ${what}`, () => {
    const grant = readGrant(records);
    assert.ok('failure' in grant, 'granted');
    assert.equal(grant.failure, failure);
    assert.match(grant.detail, /^it /);
  });
}
