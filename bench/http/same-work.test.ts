import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasSameShape } from './same-work.ts';

const ZONE = { id: 'Europe/Paris', isDst: true, cities: ['Paris'] };

test('answers of the same members are the same work, whatever their values', () => {
  assert.ok(hasSameShape({ zone: ZONE }, { zone: { id: 'UTC', isDst: false, cities: ['x'] } }));
});

test('a member that is missing is less work', () => {
  assert.ok(!hasSameShape({ zone: ZONE }, { zone: { id: 'UTC', isDst: false } }));
});

test('a member too many is more work', () => {
  assert.ok(!hasSameShape({ zone: {} }, { zone: ZONE }));
});

test('a shorter list is less work', () => {
  assert.ok(!hasSameShape({ to: [ZONE, ZONE] }, { to: [ZONE] }));
});

test('a value of another kind is other work', () => {
  assert.ok(!hasSameShape({ id: '1' }, { id: 1 }));
});

test('what is not known now may be anything', () => {
  assert.ok(hasSameShape({ interval: null }, { interval: { boundNs: '1' } }));
});
