import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustedStamps } from './trusted-stamps.ts';

const CHROMIUM = { brands: [{ brand: 'Not:A-Brand' }, { brand: 'Chromium' }] };
const GECKO_ERROR = { fileName: 'a.js', lineNumber: 1, columnNumber: 1 };
const WEBKIT_ERROR = { line: 1, column: 1 };

test('trusts both stamps in Chromium, by its brand', () => {
  assert.equal(trustedStamps({ userAgentData: CHROMIUM }, {}), 'both');
});

test('trusts no stamp in WebKit, where both were seen to exclude the truth', () => {
  assert.equal(trustedStamps({}, WEBKIT_ERROR), 'none');
});

test('trusts the stamp of the answer alone in Firefox', () => {
  assert.equal(trustedStamps({}, GECKO_ERROR), 'received');
});

test('trusts no stamp in an engine that it does not know', () => {
  assert.equal(trustedStamps({}, {}), 'none');
  assert.equal(trustedStamps({ userAgentData: { brands: [{ brand: 'Other' }] } }, {}), 'none');
  // Node is such an engine.
  assert.equal(trustedStamps(), 'none');
});
