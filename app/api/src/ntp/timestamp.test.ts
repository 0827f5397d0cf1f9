import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBefore, toNtpTimestamp, toUnixNs } from './timestamp.ts';

function unixNs(rfc3339: string): bigint {
  return Temporal.Instant.from(rfc3339).epochNanoseconds;
}

/** RFC 5905 figure 4 and RFC 868: known instants in seconds of the first era. */
const KNOWN = [
  ['1970-01-01T00:00:00Z', 2_208_988_800n],
  ['1999-12-31T23:59:59Z', 3_155_673_599n],
  ['2036-02-07T06:28:15Z', 4_294_967_295n],
] as const;

for (const [instant, seconds] of KNOWN) {
  test(`${instant} is second ${seconds} of the first era`, () => {
    assert.equal(toUnixNs(seconds << 32n, unixNs('2026-11-23T00:00:00Z')), unixNs(instant));
    assert.equal(toNtpTimestamp(unixNs(instant)), seconds << 32n);
  });
}

test('timestamp 0 is the start of the second era for whoever is near it', () => {
  const start = unixNs('2036-02-07T06:28:16Z');
  assert.equal(toUnixNs(0n, unixNs('2026-11-23T00:00:00Z')), start);
  assert.equal(toUnixNs(0n, unixNs('2090-01-01T00:00:00Z')), start);
});

test('a host clock that starts in 1970 finds the era of today', () => {
  const today = unixNs('2026-11-23T05:07:02Z');
  assert.equal(toUnixNs(toNtpTimestamp(today), 0n), today);
});

test('a fraction is a part of 2^32 of a second', () => {
  const pivot = unixNs('2026-11-23T00:00:00Z');
  assert.equal(toUnixNs((2_208_988_800n << 32n) | 0x8000_0000n, pivot), 500_000_000n);
});

test('any instant is read back, within 1 ns, from any pivot within 68 years', () => {
  const instantNs = fc.bigInt({
    min: unixNs('1930-01-01T00:00Z'),
    max: unixNs('2300-01-01T00:00Z'),
  });
  const awayNs = fc.bigInt({
    min: -68n * 31_556_952n * 10n ** 9n,
    max: 68n * 31_556_952n * 10n ** 9n,
  });
  fc.assert(
    fc.property(instantNs, awayNs, (atNs, away) => {
      const readNs = toUnixNs(toNtpTimestamp(atNs), atNs + away);
      assert.ok(readNs === atNs || readNs === atNs - 1n, `${readNs} for ${atNs}`);
    }),
    { numRuns: 20_000 },
  );
});

test('order holds over the turn of the era', () => {
  const lastOfEra = (1n << 64n) - 1n;
  assert.equal(isBefore(0n, lastOfEra), false);
  assert.equal(isBefore(lastOfEra, 0n), true);
  assert.equal(isBefore(5n, 5n), false);
});
