import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type NoOffset, noSource, type Reading } from './clock-source.ts';
import { fakeSource, offsetReading } from './fake-host.fixture.ts';
import { preferredSource } from './preferred-source.ts';

function readingOf(...readings: Reading[]): Reading {
  return preferredSource(readings.map(fakeSource)).read();
}

const UNSYNCHRONIZED: NoOffset = { kind: 'unsynchronized', source: 'kernel', reason: 'nobody' };
const LOST: NoOffset = { kind: 'unknown', source: 'ntp', reason: 'silence' };

test('the first source that gives a bound is taken', () => {
  const first = offsetReading({ source: 'ntp' });
  assert.equal(readingOf(first, offsetReading()), first);
  assert.equal(readingOf(UNSYNCHRONIZED, LOST, first, offsetReading()), first);
});

test('a preferred source that contradicts itself is not passed over', () => {
  const contradictory: NoOffset = {
    kind: 'contradictory',
    source: 'ntp',
    reason: 'one against one',
  };
  assert.equal(readingOf(LOST, contradictory, offsetReading()), contradictory);
});

test('sources without a bound all say why, and one that is only lost decides', () => {
  assert.deepEqual(readingOf(UNSYNCHRONIZED, LOST), {
    kind: 'unknown',
    source: 'ntp',
    reason: 'nobody; silence',
  });
});

test('one source without a bound is told as it is', () => {
  assert.deepEqual(readingOf(UNSYNCHRONIZED), UNSYNCHRONIZED);
});

test('no source at all gives nothing', () => {
  const none = preferredSource([noSource('no clock source is configured')]);
  assert.equal(none.read().kind, 'unknown');
});
