import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, type Report } from './report.ts';

const REPORT: Report = {
  synchronized: true,
  offsetMs: 1_234.1234,
  boundMs: 0.8,
  scale: 'utc',
  status: 'synchronized',
  reason: null,
  exchanges: 8,
  error: null,
};

test('a line says how far off this clock is, from what, and how sure that is', () => {
  assert.equal(
    describe(REPORT),
    'this clock is 1234.123 ms ahead of UTC ± 0.801 ms; the server is synchronized',
  );
  assert.match(
    describe({ ...REPORT, offsetMs: -2, scale: 'host', status: 'unknown', reason: 'no source' }),
    /^this clock is 2\.000 ms behind the server's clock ± .*; the server is unknown: no source$/,
  );
});

test('before an answer a line says what went wrong', () => {
  const nothing = { ...REPORT, offsetMs: null, boundMs: null, scale: null, status: null };
  assert.equal(describe(nothing), 'no answer yet');
  assert.equal(describe({ ...nothing, error: 'refused' }), 'no answer yet: refused');
});

test('the last failure stands behind what is known', () => {
  assert.match(describe({ ...REPORT, error: 'refused' }), /; last: refused$/);
});
