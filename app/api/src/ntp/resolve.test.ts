import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseAddress, resolveHost } from './resolve.ts';

test('an address is its own', async () => {
  assert.deepEqual(await resolveHost('::1'), ['::1']);
  assert.deepEqual(await resolveHost('192.0.2.7'), ['192.0.2.7']);
});

test('a name has the addresses that the system gives it', async () => {
  const addresses = await resolveHost('localhost');
  assert.ok(addresses.includes('127.0.0.1') || addresses.includes('::1'));
});

test('a name that nobody has, has no address', async () => {
  assert.deepEqual(await resolveHost('nobody.invalid'), []);
});

test('the first address is asked first', () => {
  assert.equal(chooseAddress(['a', 'b'], null), 'a');
});

test('an address that answered is kept, wherever it now stands', () => {
  assert.equal(chooseAddress(['b', 'a'], { address: 'a', answered: true }), 'a');
});

test('after a failure the next address is asked, and after the last the first', () => {
  assert.equal(chooseAddress(['a', 'b'], { address: 'a', answered: false }), 'b');
  assert.equal(chooseAddress(['a', 'b'], { address: 'b', answered: false }), 'a');
});

test('an address that the name no longer has is left', () => {
  assert.equal(chooseAddress(['c', 'd'], { address: 'a', answered: true }), 'c');
});

test('without an address nobody is asked', () => {
  assert.equal(chooseAddress([], { address: 'a', answered: true }), undefined);
});
