import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '../http/problems.ts';
import { parseInstant } from './parse-instant.ts';

const parse = (text: string) => parseInstant(text, 'instant');

test('reads RFC 3339 and RFC 9557 to the nanosecond', () => {
  const expected = 1_795_410_422_879_099_121n;
  for (const text of [
    '2026-11-23T05:07:02.879099121Z',
    '2026-11-23t05:07:02.879099121z',
    '2026-11-23 06:07:02.879099121+01:00',
    '2026-11-23T06:07:02.879099121+01:00[Europe/Paris]',
    '2026-11-23T05:07:02.879099121Z[!Asia/Tokyo][u-ca=iso8601]',
  ]) {
    assert.equal(parse(text), expected, text);
  }
});

test("takes a space for the offset's plus, which an unescaped one in a query turns into", () => {
  assert.equal(parse('1970-01-01T01:00:00 01:00'), 0n);
});

test('reads the first and the last year', () => {
  assert.equal(parse('0000-01-01T00:00:00Z'), -62_167_219_200_000_000_000n);
  assert.equal(parse('9999-12-31T23:59:59.999999999Z'), 253_402_300_799_999_999_999n);
});

test('refuses what is no instant, and says what is allowed', () => {
  for (const [text, detail] of [
    ['tomorrow', /^instant is no instant/],
    ['2026-11-23', /no instant/],
    ['2026-11-23T05:07:02', /no instant/],
    ['2026-11-23T05:07:02.1234567890Z', /no instant/],
    ['2026-02-30T00:00:00Z', /does not exist/],
    ['2026-11-23T06:00:00+02:00[Europe/Paris]', /does not exist/],
    ['2026-11-23T06:00:00+01:00[Europe/Atlantis]', /does not exist/],
    ['2016-12-31T23:59:60Z', /leap second/],
    ['9999-12-31T23:59:59-01:00', /years 0000 to 9999/],
  ] as const) {
    assert.throws(
      () => parse(text),
      (error) => {
        assert.ok(error instanceof ProblemError, text);
        assert.equal(error.code, 'invalid-parameter');
        assert.equal(error.problem.parameter, 'instant');
        assert.match(error.problem.detail, detail);
        assert.equal(error.problem.got, text);
        assert.match(error.problem.allowed ?? '', /RFC 3339/);
        return true;
      },
    );
  }
});
