import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleWith } from '../../lib/sample.fixture.ts';
import { serverBoundMs } from './server-bound.ts';

const SAMPLE = sampleWith({
  host: { earliestMs: 100, latestMs: 104 },
  utc: { earliestMs: 90, latestMs: 96 },
});

test("the server's own bound is what UTC's interval has on top of the host clock's", () => {
  assert.equal(serverBoundMs(SAMPLE), 1);
});

test('a server that gives no bound has none', () => {
  assert.equal(serverBoundMs({ ...SAMPLE, utc: null }), null);
  assert.equal(serverBoundMs(undefined), null);
});
