import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseServerAddress, parseServerAddresses } from './server-address.ts';

const READ = [
  ['time.cloudflare.com', 'time.cloudflare.com', 123],
  ['time.cloudflare.com:1123', 'time.cloudflare.com', 1123],
  ['ntp', 'ntp', 123],
  ['ntp.example.', 'ntp.example.', 123],
  ['169.254.169.123', '169.254.169.123', 123],
  ['127.0.0.1:65535', '127.0.0.1', 65_535],
  ['[fd00:ec2::123]', 'fd00:ec2::123', 123],
  ['[::1]:1', '::1', 1],
] as const;
for (const [text, host, port] of READ) {
  test(`reads ${text}`, () => {
    assert.deepEqual(parseServerAddress(text), { name: text, host, port });
  });
}

const REFUSED = [
  '',
  ':123',
  'ntp:',
  'ntp:0',
  'ntp:65536',
  'ntp:123456',
  'ntp:x',
  '::1',
  'fd00:ec2::123',
  '[127.0.0.1]',
  '[::1',
  '[::1]x',
  'a b',
  'ntp://time.example',
  'time..example',
  '-time.example',
  'time-.example',
  '127.0.0',
  '256.1.1.1',
  `${'a'.repeat(64)}.example`,
  `${'a.'.repeat(127)}example`,
];
for (const text of REFUSED) {
  test(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseServerAddress(text), null));
}

test('reads a list of servers', () => {
  assert.deepEqual(
    parseServerAddresses('a.example,[::1]:11')?.map(({ host, port }) => [host, port]),
    [
      ['a.example', 123],
      ['::1', 11],
    ],
  );
});

for (const text of ['', 'a.example,', 'a.example, b.example', 'a.example,::1']) {
  test(`refuses the list ${JSON.stringify(text)}`, () => {
    assert.equal(parseServerAddresses(text), null);
  });
}

test('refuses a list that names a server twice, however it is written', () => {
  assert.equal(parseServerAddresses('a.example,A.example:123'), null);
  assert.notEqual(parseServerAddresses('a.example,a.example:1123'), null);
});
