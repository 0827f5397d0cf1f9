import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  browserOffsetMs,
  formatUtcOffset,
  parseUtcOffset,
  takeServerOffsets,
  toLocalMs,
} from './local-time.ts';
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

test('the browser knows the offsets of zones, but not of what is none', () => {
  const atMs = Date.UTC(2026, 10, 24);
  assert.equal(browserOffsetMs('Asia/Kathmandu', atMs), 20_700_000);
  assert.equal(browserOffsetMs('America/St_Johns', atMs), -12_600_000);
  assert.equal(browserOffsetMs('UTC', atMs), 0);
  assert.equal(browserOffsetMs('Mars/Base', atMs), null);
});

test('an offset is read with its sign, and with seconds where there are some', () => {
  assert.equal(parseUtcOffset('-00:44:30'), -2_670_000);
  assert.equal(parseUtcOffset('+05:45'), 20_700_000);
  for (const text of ['', '5', '+5:45', 'CET']) assert.ok(Number.isNaN(parseUtcOffset(text)), text);
});

test("the server's offset of the visitor's zone counts where it gives one", () => {
  visitFrom('America/Winnipeg');
  takeServerOffsets((atMs) => (atMs < NOON_MS + 1 ? -5 * 3_600_000 : null));
  assert.equal(formatUtcOffset(NOON_MS), 'UTC−5');
  assert.equal(new Date(toLocalMs(NOON_MS)).toISOString(), '2026-11-23T07:00:00.000Z');
  assert.equal(
    toLocalMs(NOON_MS + 1),
    NOON_MS + 1 - new Date(NOON_MS + 1).getTimezoneOffset() * 60_000,
  );
  takeServerOffsets(() => null);
});
