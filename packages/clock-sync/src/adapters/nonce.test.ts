import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomNonce } from './nonce.ts';

test('nonces have 22 characters of base64url and differ', () => {
  const nonces = Array.from({ length: 200 }, randomNonce);
  for (const nonce of nonces) assert.match(nonce, /^[A-Za-z0-9_-]{22}$/);
  assert.equal(new Set(nonces).size, 200);
});
