import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inZone, TZDB_VERSION, UnknownZoneError, zonedLine, zonedView } from './zone.ts';

const EPOCH_NS = 1_795_410_422_879_099_121n;

test('shows an instant in a zone', () => {
  assert.deepEqual(zonedView(inZone(EPOCH_NS, 'Europe/Paris')), {
    id: 'Europe/Paris',
    local: '2026-11-23T06:07:02.879099121+01:00[Europe/Paris]',
    utcOffset: '+01:00',
    standardOffset: '+01:00',
    isDst: false,
    abbreviation: 'CET',
  });
});

test('writes a zoned instant as one line of RFC 3339', () => {
  const line = zonedLine(inZone(EPOCH_NS, 'Asia/Kathmandu'));
  assert.equal(line, '2026-11-23T10:52:02.879099121+05:45');
});

test('keeps the zeros of a whole second', () => {
  const line = zonedLine(inZone(1_795_410_422_000_000_000n, 'UTC'));
  assert.equal(line, '2026-11-23T05:07:02.000000000+00:00');
});

const spellings: readonly [wanted: string, id: string][] = [
  ['europe/paris', 'Europe/Paris'],
  ['AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
  ['utc', 'UTC'],
  ['etc/gmt+5', 'Etc/GMT+5'],
  ['asia/calcutta', 'Asia/Calcutta'],
  ['asia/kolkata', 'Asia/Kolkata'],
  ['europe/kiev', 'Europe/Kiev'],
];
for (const [wanted, id] of spellings) {
  test(`takes ${wanted} for ${id}, links and all`, () => {
    assert.equal(zonedView(inZone(EPOCH_NS, wanted)).id, id);
  });
}

const notZones = [
  'Mars/Olympus',
  '+01:00',
  '-0500',
  'Z',
  '2026-11-23T06:07:02+01:00[Europe/Paris]',
  'Europe/Paris ',
  '../etc/passwd',
  'constructor',
];
for (const zoneId of notZones) {
  test(`refuses ${zoneId}, which names no zone`, () => {
    assert.throws(() => inZone(EPOCH_NS, zoneId), UnknownZoneError);
  });
}

test('proposes the nearest zones with its refusal', () => {
  assert.throws(
    () => inZone(EPOCH_NS, 'Europe/Pari'),
    (error) => {
      assert.ok(error instanceof UnknownZoneError);
      assert.deepEqual([error.code, error.zoneId], ['unknown-zone', 'Europe/Pari']);
      assert.equal(error.nearest[0], 'Europe/Paris');
      return true;
    },
  );
});

test('names the release of the tz database', () => {
  assert.match(TZDB_VERSION, /^20\d\d[a-z]$/);
});
