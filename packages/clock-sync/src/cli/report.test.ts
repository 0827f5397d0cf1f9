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
  authenticated: false,
  exchanges: 8,
  error: null,
};

test('a line says how far off this clock is, from what, and how sure that is', () => {
  assert.equal(
    describe(REPORT),
    'this clock is 1234.12 ms ahead of UTC ± 0.81 ms; the server is synchronized',
  );
  assert.equal(
    describe({ ...REPORT, offsetMs: -2, scale: 'host', status: 'unknown', reason: 'no source' }),
    "this clock is 2.00 ms behind the server's clock ± 0.81 ms; the server is unknown: no source",
  );
});

test('a line says when the server rests on authenticated servers', () => {
  const line = describe({ ...REPORT, authenticated: true });
  assert.match(line, /; the server is synchronized, authenticated$/);
});

test('a line has no more digits than the bound supports', () => {
  const line = (offsetMs: number, boundMs: number) => describe({ ...REPORT, offsetMs, boundMs });
  assert.match(line(-54_321.987, 12.1), /^this clock is 54322 ms behind UTC ± 13 ms;/);
  assert.match(line(3.123456, 0.0041), /^this clock is 3\.123 ms ahead of UTC ± 0\.005 ms;/);
});

test('a line claims no side while nought lies within the bound', () => {
  assert.match(
    describe({ ...REPORT, offsetMs: 0.069, boundMs: 1.954 }),
    /^this clock agrees with UTC within 2\.1 ms;/,
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
