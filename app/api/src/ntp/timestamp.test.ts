import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBefore, toNtpTimestamp, toUnixNs } from './timestamp.ts';

function unixNs(rfc3339: string): bigint {
  return Temporal.Instant.from(rfc3339).epochNanoseconds;
}

/** RFC 5905 figure 4 and RFC 868: known instants in seconds of their era. */
const KNOWN = [
  ['2036-02-07T06:28:15Z', 4_294_967_295n],
  ['2036-02-07T06:28:16Z', 0n],
  ['2104-02-26T09:42:24Z', 2_147_483_648n],
] as const;

for (const [instant, seconds] of KNOWN) {
  test(`${instant} is second ${seconds} of its era`, () => {
    assert.equal(toUnixNs(seconds << 32n), unixNs(instant));
    assert.equal(toNtpTimestamp(unixNs(instant)), seconds << 32n);
  });
}

test('a fraction is a part of 2^32 of a second', () => {
  assert.equal(toUnixNs(0x8000_0000n), unixNs('2036-02-07T06:28:16.5Z'));
});

test('any instant from this code on is read back, within 1 ns, for 136 years', () => {
  const instantNs = fc.bigInt({
    min: unixNs('2026-11-01T00:00Z'),
    max: unixNs('2162-12-07T00:00Z'),
  });
  fc.assert(
    fc.property(instantNs, (atNs) => {
      const readNs = toUnixNs(toNtpTimestamp(atNs));
      assert.ok(readNs === atNs || readNs === atNs - 1n, `${readNs} for ${atNs}`);
    }),
    { numRuns: 20_000, examples: [[unixNs('2026-11-01T00:00:01Z')]] },
  );
});

test('order holds over the turn of the era', () => {
  const lastOfEra = (1n << 64n) - 1n;
  assert.equal(isBefore(0n, lastOfEra), false);
  assert.equal(isBefore(lastOfEra, 0n), true);
  assert.equal(isBefore(5n, 5n), false);
});
