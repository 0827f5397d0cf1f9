import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarFile } from './calendar-file.ts';

const EVENT = {
  atMs: Date.UTC(2026, 11, 3, 6),
  title: 'Release',
  url: 'https://time.example/?at=2026-12-03T06:00:00Z',
  writtenMs: Date.UTC(2026, 10, 28, 13, 31, 18),
};

test('a moment becomes one event in UTC', () => {
  const lines = calendarFile(EVENT).split('\r\n');
  assert.deepEqual(lines.slice(0, 2), ['BEGIN:VCALENDAR', 'VERSION:2.0']);
  assert.ok(lines.includes('DTSTART:20261203T060000Z'));
  assert.ok(lines.includes('DTSTAMP:20261128T133118Z'));
  assert.ok(lines.includes('UID:20261203T060000Z-20261128T133118Z@time.example'));
  assert.ok(lines.includes('SUMMARY:Release'));
  assert.deepEqual(lines.slice(-3), ['END:VEVENT', 'END:VCALENDAR', '']);
});

test('no title can add a line of its own', () => {
  const title = 'a, b; c\\d\r\nATTENDEE:x';
  const file = calendarFile({ ...EVENT, title });
  assert.ok(file.includes(String.raw`SUMMARY:a\, b\; c\\d\nATTENDEE:x`));
});

test('a long line is folded after 75 bytes at most, between characters', () => {
  const title = '東京'.repeat(40);
  const file = calendarFile({ ...EVENT, title });
  const bytes = new TextEncoder();
  for (const line of file.split('\r\n')) assert.ok(bytes.encode(line).length <= 75, line);
  assert.ok(file.replaceAll('\r\n ', '').includes(`SUMMARY:${title}`));
});
