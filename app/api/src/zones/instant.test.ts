import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { epochMs, formatAnyInstant, formatInstant } from './instant.ts';

const FROM_NS = 1_000_000_000n;
const TO_NS = 4_102_444_800_000_000_000n; // 2100

test('writes an instant as RFC 3339 with nine decimals', () => {
  assert.equal(formatInstant(1_795_410_422_879_099_121n), '2026-11-23T05:07:02.879099121Z');
});

test('keeps the zeros of a whole second', () => {
  assert.equal(formatInstant(1_795_410_422_000_000_000n), '2026-11-23T05:07:02.000000000Z');
});

test('writes a leap day', () => {
  assert.equal(formatInstant(1_709_164_800_000_000_001n), '2024-02-29T00:00:00.000000001Z');
});

test('writes each instant as Temporal does, whichever came before it', () => {
  fc.assert(
    fc.property(fc.bigInt(FROM_NS, TO_NS), (epochNs) => {
      const instant = new Temporal.Instant(epochNs);
      assert.equal(formatInstant(epochNs), instant.toString({ fractionalSecondDigits: 9 }));
    }),
  );
});

test('writes any instant as Temporal does, before 1970 and beyond four digits of the year too', () => {
  const far = 8_640_000_000_000_000_000_000n;
  const near = fc.bigInt(-TO_NS, TO_NS);
  const early = fc.bigInt(-63_000_000_000_000_000_000n, -30_000_000_000_000_000_000n);
  fc.assert(
    fc.property(fc.oneof(near, early, fc.bigInt(-far, far)), (epochNs) => {
      const instant = new Temporal.Instant(epochNs);
      assert.equal(formatAnyInstant(epochNs), instant.toString({ fractionalSecondDigits: 9 }));
    }),
    { numRuns: 1000 },
  );
});

test('rounds down to whole milliseconds', () => {
  assert.equal(epochMs(1_795_410_422_879_999_999n), 1_795_410_422_879);
});
