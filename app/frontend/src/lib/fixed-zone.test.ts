import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFixedZone } from './fixed-zone.ts';

test('an offset is ahead of UTC with a plus, as people mean it', () => {
  for (const text of ['GMT+1', 'gmt +1', 'UTC+1', 'utc+01:00', 'utc+0100', '+1', ' UTC + 1 ']) {
    assert.deepEqual(parseFixedZone(text), { id: 'UTC+1', offsetMs: 3_600_000 }, text);
  }
  assert.deepEqual(parseFixedZone('utc+9'), { id: 'UTC+9', offsetMs: 9 * 3_600_000 });
  assert.deepEqual(parseFixedZone('UTC−3:30'), { id: 'UTC-3:30', offsetMs: -3.5 * 3_600_000 });
  assert.deepEqual(parseFixedZone('GMT'), { id: 'UTC', offsetMs: 0 });
});

test('what is no offset of a zone is none', () => {
  for (const text of [
    '',
    '+',
    'utc+',
    'utc+15',
    'utc-13',
    'utc+1:75',
    'utc1',
    'Etc/GMT+1',
    'gmt0',
  ]) {
    assert.equal(parseFixedZone(text), null, text);
  }
});
