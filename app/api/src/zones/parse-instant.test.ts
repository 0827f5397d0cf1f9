import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INSTANT_OR_WALL_TIME_PATTERN, INSTANT_PATTERN } from '@dataiku-assessment/contract';
import { InvalidTimeError } from './invalid-time-error.ts';
import { type EpochUnit, parseInstant, parseInstantOrWallTime } from './parse-instant.ts';

const PATTERNS = [INSTANT_PATTERN, INSTANT_OR_WALL_TIME_PATTERN].map(
  (pattern) => new RegExp(pattern),
);

test('reads RFC 3339 and RFC 9557 to the nanosecond', () => {
  const expected = 1_795_410_422_879_099_121n;
  for (const text of [
    '2026-11-23T05:07:02.879099121Z',
    '2026-11-23t05:07:02.879099121z',
    '2026-11-23 06:07:02.879099121+01:00',
    '2026-11-23T06:07:02.879099121+01:00[Europe/Paris]',
    '2026-11-23T06:07:02.879099121+01:00[+01:00]',
    '2026-11-23T05:07:02.879099121Z[!Asia/Tokyo][u-ca=iso8601]',
    '2026-11-23T05:07:02.879099121Z[u-ca=hebrew][other=thing]',
    '2026-11-23T05:07:02.879099121Z[_=0-1]',
  ]) {
    const instant = { kind: 'instant', epochNs: expected, isLeapSecond: false };
    assert.deepEqual(parseInstant(text), instant, text);
    assert.deepEqual(parseInstantOrWallTime(text), instant, text);
    for (const pattern of PATTERNS) assert.match(text, pattern);
  }
});

test('reads an instant without seconds', () => {
  assert.equal(parseInstant('1970-01-01T00:01Z').epochNs, 60_000_000_000n);
});

test("takes a space for the offset's plus: an unescaped plus in a query arrives as one", () => {
  assert.equal(parseInstant('1970-01-01T01:00:00 01:00').epochNs, 0n);
});

test('reads the first and the last year', () => {
  assert.equal(parseInstant('0000-01-01T00:00:00Z').epochNs, -62_167_219_200_000_000_000n);
  assert.equal(
    parseInstant('9999-12-31T23:59:59.999999999Z').epochNs,
    253_402_300_799_999_999_999n,
  );
});

for (const text of ['2026-11-23T06:07', '2026-11-23 06:07:00', '2026-11-23t06:07[u-ca=hebrew]']) {
  test(`reads the wall time ${text}, in the ISO calendar`, () => {
    const time = parseInstantOrWallTime(text);
    assert.ok(time.kind === 'wall');
    assert.equal(time.wall.toString(), '2026-11-23T06:07:00');
  });
}

const leapSeconds: readonly [text: string, epochNs: bigint][] = [
  ['2016-12-31T23:59:60Z', 1_483_228_800_000_000_000n],
  ['2016-12-31T23:59:60.5Z', 1_483_228_800_500_000_000n],
  ['2017-01-01T08:59:60+09:00[Asia/Tokyo]', 1_483_228_800_000_000_000n],
  // The example of RFC 3339.
  ['1990-12-31T15:59:60-08:00', 662_688_000_000_000_000n],
];
for (const [text, epochNs] of leapSeconds) {
  test(`reads the leap second ${text} as POSIX counts it, and says so`, () => {
    const expected = { kind: 'instant', epochNs, isLeapSecond: true };
    assert.deepEqual(parseInstant(text), expected);
    assert.deepEqual(parseInstantOrWallTime(text), expected);
    for (const pattern of PATTERNS) assert.match(text, pattern);
  });
}

const epochs: readonly [text: string, epochUnit: EpochUnit, epochNs: bigint][] = [
  ['0', 's', 0n],
  ['-1', 's', -1_000_000_000n],
  ['1796320800', 's', 1_796_320_800_000_000_000n],
  ['-2199999999', 's', -2_199_999_999_000_000_000n],
  ['1796320800123', 'ms', 1_796_320_800_123_000_000n],
  ['17963208001', 'ms', 17_963_208_001_000_000n],
  ['1796320800123456', 'us', 1_796_320_800_123_456_000n],
  ['1796320800123456789', 'ns', 1_796_320_800_123_456_789n],
];
for (const [text, epochUnit, epochNs] of epochs) {
  test(`reads ${text} as ${epochUnit} since 1970`, () => {
    const expected = { kind: 'instant', epochNs, isLeapSecond: false, epochUnit };
    assert.deepEqual(parseInstant(text), expected);
    assert.deepEqual(parseInstantOrWallTime(text), expected);
    for (const pattern of PATTERNS) assert.match(text, pattern);
  });
}

test('the patterns of the contract hold no date that the calendar has not', () => {
  for (let day = 0; day < 400; day += 1) {
    for (const year of [1900, 1904, 1999, 2000, 2028, 2100]) {
      const [month, ofMonth] = [Math.floor(day / 33), day % 33];
      const date = [month, ofMonth].map((part) => String(part).padStart(2, '0')).join('-');
      const text = `${year}-${date}T00:00Z`;
      const isValid = !Number.isNaN(Date.parse(text)) && new Date(text).getUTCDate() === ofMonth;
      for (const pattern of PATTERNS) assert.equal(pattern.test(text), isValid, text);
    }
  }
});

const faults: readonly [text: string, fault: string][] = [
  ['tomorrow', 'is not a time as in RFC 3339'],
  ['2026-11-23', 'has no time of day'],
  ['2026-11-23T05:07:02.1234567890Z', 'has more than 9 decimals, and is read to the nanosecond'],
  ['2026-11-23T05:07:02,5Z', 'has a comma in its seconds, which RFC 3339 writes as a point'],
  ['2026-00-01T00:00Z', 'is not a valid date'],
  ['2100-02-29T00:00Z', 'is not a valid date'],
  ['2026-02-30T00:00:00Z', 'is not a valid date'],
  ['2026-13-01T00:00Z', 'is not a valid date'],
  ['2026-11-23T24:00:00Z', 'is not a valid time of day'],
  ['2026-11-23T05:60Z', 'is not a valid time of day'],
  ['2026-06-15T12:30:60Z', 'has a second 60, but there was no leap second then'],
  ['2026-12-31T23:59:60Z', 'has a second 60, but there was no leap second then'],
  ['2016-12-31T23:59:60+01:00', 'has a second 60, but there was no leap second then'],
  ['2016-12-31T23:59:61Z', 'is not a valid time of day'],
  ['9999999999', 'is a count since 1970 (in s, by its length) outside the years 1900 to 2100'],
  ['2026-11-23T06:00:00+24:00', 'has an invalid offset from UTC'],
  ['2026-11-23T06:00:00+02:00[Europe/Paris]', 'has an offset that its zone does not have then'],
  ['2026-11-23T06:00:00+01:00[!other=thing]', 'has an unknown annotation'],
];
for (const [text, fault] of faults) {
  test(`says of ${text} that it ${fault}, in our words`, () => {
    for (const parse of [parseInstant, parseInstantOrWallTime]) {
      assert.deepEqual(
        refusalOf(() => parse(text)),
        ['invalid-time', text, fault],
      );
    }
  });
}

test('an instant of an unknown zone is no instant', () => {
  const error = { code: 'unknown-zone', zoneId: 'Europe/Atlantis' };
  assert.throws(() => parseInstant('2026-11-23T06:00:00+01:00[Europe/Atlantis]'), error);
});

test('in the first and the last year, the pattern has only offsets that do not lead out of it', () => {
  const pattern = new RegExp(INSTANT_PATTERN);
  for (const [text, isTaken] of [
    ['0000-01-01T00:00Z', true],
    ['0000-02-29T00:00-01:00', true],
    ['0000-01-01T00:00+01:00', false],
    ['0001-01-01T00:00+23:59', true],
    ['9998-12-31T23:59-23:59', true],
    ['9999-12-31T23:59:59Z', true],
    ['9999-12-31T23:59:59+01:00', true],
    ['9999-12-31T23:59:59-01:00', false],
    ['9999-02-29T00:00Z', false],
  ] as const) {
    assert.equal(pattern.test(text), isTaken, text);
    if (isTaken) parseInstant(text);
  }
});

test('an instant needs an offset, and lies within the years 0000 to 9999 of UTC', () => {
  for (const [text, fault] of [
    ['2026-11-23T05:07:02', 'has no offset from UTC'],
    ['9999-12-31T23:59:59-01:00', 'is outside the years 0000 to 9999 of UTC'],
  ] as const) {
    assert.equal(refusalOf(() => parseInstant(text))[2], fault);
  }
});

test('a wall time has no zone of its own, and lies within the years 1900 to 2100', () => {
  for (const [text, fault] of [
    ['2026-11-23T06:07[Europe/Paris]', 'has a zone but no offset from UTC'],
    ['1899-12-31T23:59', 'is outside the years 1900 to 2100'],
    ['2101-01-01T00:00Z', 'is outside the years 1900 to 2100'],
  ] as const) {
    assert.equal(refusalOf(() => parseInstantOrWallTime(text))[2], fault);
  }
});

function refusalOf(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    assert.ok(error instanceof InvalidTimeError);
    return [error.code, error.text, error.fault];
  }
  return [];
}
