import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalAddress, clientAddress, limitedNetwork, trustsProxy } from './client-address.ts';

const spellings: readonly [text: string, address: string | null][] = [
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:54321', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:0201', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:80', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::1', '::1'],
  ['<script>', null],
  ['unknown', null],
  ['192.0.2', null],
  ['192.0.2.1:', null],
  ['', null],
];
for (const [text, address] of spellings) {
  test(`reads ${JSON.stringify(text)} as ${address}`, () => {
    assert.equal(canonicalAddress(text), address);
  });
}

const networks: readonly [address: string, network: string][] = [
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
];
for (const [address, network] of networks) {
  test(`counts ${address} as ${network}`, () => assert.equal(limitedNetwork(address), network));
}

test('knows a trusted proxy in every spelling', () => {
  const trusts = trustsProxy('10.0.0.0/8,fd00::/8');
  for (const proxy of ['10.1.2.3', '::ffff:10.1.2.3', '10.1.2.3:80', 'FD00::1', '[fd00::1]:80']) {
    assert.ok(trusts(proxy), proxy);
  }
  for (const other of ['11.0.0.1', 'fe00::1', 'nonsense']) assert.ok(!trusts(other), other);
});

test('takes the last valid address on the way for the client', () => {
  assert.equal(clientAddress({ ip: '10.0.0.1' }), '10.0.0.1');
  const ips = ['10.0.0.1', '10.0.0.2', '<script>'];
  assert.equal(clientAddress({ ip: '<script>', ips }), '10.0.0.2');
});
