import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePin, writePin } from './pin.ts';

test('a zone that is named for the city is its own pin', () => {
  assert.equal(writePin('America/New_York', 'New York'), 'America/New_York');
  assert.deepEqual(parsePin('America/New_York'), { id: 'America/New_York', city: null });
});

test('another city of a zone stands behind it, without spaces', () => {
  const pin = writePin('America/Los_Angeles', 'San Francisco');
  assert.equal(pin, 'America/Los_Angeles:San_Francisco');
  assert.deepEqual(parsePin(pin), { id: 'America/Los_Angeles', city: 'San Francisco' });
});

test('a plus sign that was not escaped is forgiven', () => {
  assert.deepEqual(parsePin('UTC 5:30'), { id: 'UTC+5:30', city: null });
  assert.equal(parsePin('Etc/GMT 5').id, 'Etc/GMT+5');
});
