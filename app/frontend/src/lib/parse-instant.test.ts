import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant } from './parse-instant.ts';

const UNTIL_MS = Date.UTC(2027, 0, 1);

test('an instant needs a date, a time, and where that is', () => {
  assert.equal(parseInstant('2027-01-01T00:00Z'), UNTIL_MS);
  assert.equal(parseInstant('2027-01-01T01:00:00+01:00'), UNTIL_MS);
  assert.equal(parseInstant('2027-01-01T01:00:00 01:00'), UNTIL_MS);
  assert.equal(parseInstant('2027-01-01t00:00:00.000000000z'), UNTIL_MS);
  for (const text of [
    '',
    'tomorrow',
    '2027-01-01',
    '2027-01-01T00:00',
    '2027-13-01T00:00Z',
    '0000-01-01T00:00Z',
  ]) {
    assert.equal(parseInstant(text), null, text);
  }
});

test('a day that no calendar has is no instant', () => {
  assert.notEqual(parseInstant('2028-02-29T00:00Z'), null);
  for (const day of ['2027-02-29', '2027-02-30', '2027-04-31', '2027-00-01', '2027-01-00']) {
    assert.equal(parseInstant(`${day}T00:00Z`), null, day);
  }
});
