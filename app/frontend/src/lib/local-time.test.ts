import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatUtcOffset, toLocalMs } from './local-time.ts';
import { visitFrom } from './time-zone.fixture.ts';

const NOON_MS = Date.UTC(2026, 10, 23, 12);

test('a moment reads in UTC as it does on a clock in the zone', () => {
  visitFrom('Asia/Kolkata');
  assert.equal(new Date(toLocalMs(NOON_MS)).toISOString(), '2026-11-23T17:30:00.000Z');
});

test('an offset is written with its sign, and minutes only where there are some', () => {
  const offsets = ['Asia/Kolkata', 'America/Sao_Paulo', 'America/St_Johns', 'Etc/UTC'].map(
    (zone) => {
      visitFrom(zone);
      return formatUtcOffset(NOON_MS);
    },
  );
  assert.deepEqual(offsets, ['UTC+5:30', 'UTC−3', 'UTC−3:30', 'UTC']);
});
