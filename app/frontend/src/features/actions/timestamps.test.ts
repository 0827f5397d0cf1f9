import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitFrom } from '../../lib/time-zone.fixture.ts';
import { TIMESTAMPS, writeTimestamp } from './timestamps.ts';

const MOMENT_MS = Date.UTC(2026, 10, 28, 13, 31, 18, 412);
const all = (digits: number) => TIMESTAMPS.map((form) => writeTimestamp(form, MOMENT_MS, digits));

test('a moment is written in UTC, local with its offset, in Unix seconds and milliseconds', () => {
  visitFrom('Asia/Kolkata');
  assert.deepEqual(all(8), [
    '2026-11-28T13:31:18.41Z',
    '2026-11-28T19:01:18.41+05:30',
    '1795872678',
    '1795872678412',
  ]);
  visitFrom('America/New_York');
  assert.equal(all(6)[1], '2026-11-28T08:31:18-05:00');
});

test('no digit is written that is not known', () => {
  visitFrom('UTC');
  assert.deepEqual(all(6).slice(0, 2), ['2026-11-28T13:31:18Z', '2026-11-28T13:31:18+00:00']);
  assert.deepEqual(all(0).slice(0, 2), ['2026-11-28', '2026-11-28']);
});
