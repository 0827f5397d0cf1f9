import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestZoneIds } from './nearest-zone-ids.ts';

const typos: readonly [wanted: string, meant: string][] = [
  ['Europe/Pari', 'Europe/Paris'],
  ['europe/PARIS ', 'Europe/Paris'],
  ['Paris', 'Europe/Paris'],
  ['Asia/Kolkatta', 'Asia/Kolkata'],
  ['America/New York', 'America/New_York'],
  ['Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['UTX', 'UTC'],
  ['PST', 'America/Los_Angeles'],
  ['JST', 'Asia/Tokyo'],
];
for (const [wanted, meant] of typos) {
  test(`finds ${meant} for "${wanted}", before any other`, () => {
    assert.equal(nearestZoneIds(wanted)[0], meant);
  });
}

test('proposes at most three', () => {
  assert.equal(nearestZoneIds('Europe/Berl').length, 3);
});

test('proposes nothing for what looks like no zone', () => {
  assert.deepEqual(nearestZoneIds('0123456789'), []);
});

test('proposes only ids that Temporal takes', () => {
  const proposed = typos.flatMap(([wanted]) => nearestZoneIds(wanted));
  for (const id of proposed) assert.equal(new Temporal.ZonedDateTime(0n, id).timeZoneId, id);
});
