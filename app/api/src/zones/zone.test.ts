import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tzDatabase } from './tz-database.ts';
import { inZone, UnknownZoneError, zonedLine, zonedView } from './zone.ts';

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

const moments: readonly [
  at: string,
  id: string,
  offset: string,
  standardOffset: string,
  isDst: boolean,
  name: string,
][] = [
  ['2026-01-15T11:00Z', 'Europe/Paris', '+01:00', '+01:00', false, 'CET'],
  ['2026-07-15T10:00Z', 'Europe/Paris', '+02:00', '+01:00', true, 'CEST'],
  ['2500-07-15T10:00Z', 'Europe/Paris', '+02:00', '+01:00', true, 'CEST'],
  ['1900-01-01T11:00Z', 'Europe/Paris', '+00:09:21', '+00:09:21', false, 'PMT'],
  ['2026-07-15T10:00Z', 'Asia/Calcutta', '+05:30', '+05:30', false, 'IST'],
  ['2026-07-15T10:00Z', 'Asia/Kathmandu', '+05:45', '+05:45', false, '+0545'],
  ['2026-01-15T12:00Z', 'Europe/Dublin', '+00:00', '+01:00', true, 'GMT'],
  ['2026-07-15T11:00Z', 'Europe/Dublin', '+01:00', '+01:00', false, 'IST'],
  ['2026-10-31T19:00Z', 'America/Vancouver', '-07:00', '-08:00', true, 'PDT'],
  ['2026-11-02T19:00Z', 'America/Vancouver', '-07:00', '-07:00', false, 'MST'],
  ['1943-07-15T19:00Z', 'America/Los_Angeles', '-07:00', '-08:00', true, 'PWT'],
  ['2026-07-15T10:00Z', 'Etc/GMT+5', '-05:00', '-05:00', false, '-05'],
  // Since release 2026f all year.
  ['2026-12-15T10:00Z', 'America/Winnipeg', '-05:00', '-05:00', false, 'EST'],
  // Sweden had no DST in that war: Berlin had.
  ['1943-07-01T10:00Z', 'Europe/Stockholm', '+01:00', '+01:00', false, 'CET'],
];
for (const [at, id, utcOffset, standardOffset, isDst, abbreviation] of moments) {
  test(`knows ${abbreviation} in ${id} at ${at}`, () => {
    const view = zonedView(inZone(Temporal.Instant.from(at).epochNanoseconds, id));
    const { id: _, local: __, ...type } = view;
    assert.deepEqual(type, { utcOffset, standardOffset, isDst, abbreviation });
  });
}

test('names the release of the tz database', () => {
  assert.match(tzDatabase().version, /^20\d\d[a-z]$/);
});
