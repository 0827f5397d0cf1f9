import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutWhatChanges } from './without-what-changes.ts';

const isAlike = (one: string, other: string) =>
  JSON.stringify(withoutWhatChanges(one)) === JSON.stringify(withoutWhatChanges(other));

const SYNCHRONIZED = '{"now":"2026-11-23T05:07:02Z","boundNs":"-12","id":"c1f0","leap":null}';

test('other times, counts and ids are alike', () => {
  assert.ok(
    isAlike(SYNCHRONIZED, '{"now":"2027-01-01T00:00:00Z","boundNs":"7","id":"8a","leap":null}'),
  );
  assert.ok(isAlike('ready in 12 ms\n', 'ready in 7 ms'));
});

test('the layout of JSON does not matter', () => {
  assert.ok(isAlike(SYNCHRONIZED, JSON.stringify(JSON.parse(SYNCHRONIZED), null, 2)));
});

test('lines of text and of JSON may follow each other', () => {
  assert.ok(isAlike('2026-11-23\n{\n  "a": 1\n}\n{"b":2}', '2026-11-24\n{"a":3}\n{"b":4}'));
});

test('another word, null, key, length or order is not alike', () => {
  const others = [
    SYNCHRONIZED.replace('null', '"none"'),
    SYNCHRONIZED.replace('"leap"', '"leapSecond"'),
    SYNCHRONIZED.replace('Z"', '+01:00"'),
    SYNCHRONIZED.replace('"-12"', 'null'),
    `${SYNCHRONIZED}\n${SYNCHRONIZED}`,
  ];
  for (const other of others) assert.ok(!isAlike(SYNCHRONIZED, other), other);
  assert.ok(!isAlike('[1]', '[1,2]'));
  assert.ok(!isAlike('CET', 'CEST'));
});
