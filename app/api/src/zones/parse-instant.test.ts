import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidTimeError } from './invalid-time-error.ts';
import { parseInstant, parseInstantOrWallTime } from './parse-instant.ts';

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
  ]) {
    assert.equal(parseInstant(text), expected, text);
    assert.deepEqual(parseInstantOrWallTime(text), { kind: 'instant', epochNs: expected }, text);
  }
});

test('reads an instant without seconds', () => {
  assert.equal(parseInstant('1970-01-01T00:01Z'), 60_000_000_000n);
});

test("takes a space for the offset's plus: an unescaped plus in a query arrives as one", () => {
  assert.equal(parseInstant('1970-01-01T01:00:00 01:00'), 0n);
});

test('reads the first and the last year', () => {
  assert.equal(parseInstant('0000-01-01T00:00:00Z'), -62_167_219_200_000_000_000n);
  assert.equal(parseInstant('9999-12-31T23:59:59.999999999Z'), 253_402_300_799_999_999_999n);
});

for (const text of ['2026-11-23T06:07', '2026-11-23 06:07:00', '2026-11-23t06:07[u-ca=hebrew]']) {
  test(`reads the wall time ${text}, in the ISO calendar`, () => {
    const time = parseInstantOrWallTime(text);
    assert.ok(time.kind === 'wall');
    assert.equal(time.wall.toString(), '2026-11-23T06:07:00');
  });
}

const faults: readonly [text: string, fault: string][] = [
  ['tomorrow', 'is not a time as in RFC 3339'],
  ['2026-11-23', 'is not a time as in RFC 3339'],
  ['2026-11-23T05:07:02.1234567890Z', 'is not a time as in RFC 3339'],
  ['2026-11-23T05:07:02,5Z', 'is not a time as in RFC 3339'],
  ['2026-02-30T00:00:00Z', 'is not a valid date'],
  ['2026-13-01T00:00Z', 'is not a valid date'],
  ['2026-11-23T24:00:00Z', 'is not a valid time of day'],
  ['2026-11-23T05:60Z', 'is not a valid time of day'],
  ['2016-12-31T23:59:60Z', 'is a leap second, which has no count since 1970'],
  ['2026-11-23T06:00:00+24:00', 'has an invalid offset from UTC'],
  ['2026-11-23T06:00:00+02:00[Europe/Paris]', 'has an offset that its zone does not have then'],
  ['2026-11-23T06:00:00+01:00[Europe/Atlantis]', 'has an unknown zone'],
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
