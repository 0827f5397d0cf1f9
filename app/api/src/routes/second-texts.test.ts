import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findZone, zonedLine, zonedTime } from '../zones/zone.ts';
import { SecondTexts } from './second-texts.ts';

/** Where Paris leaves summer time in 2026. */
const CHANGE_NS = 1_792_890_000_000_000_000n;
const instant = fc
  .tuple(
    fc.bigInt(-2n, 2n),
    fc.oneof(fc.constantFrom(0n, 1n, 123_456_789n, 999_999_999n), fc.bigInt(0n, 999_999_999n)),
  )
  .map(([seconds, ns]) => CHANGE_NS + seconds * 1_000_000_000n + ns);

test('gives the text that is made for each instant itself, in any order', () => {
  const zones = ['Europe/Paris', 'America/St_Johns', 'UTC'].map(findZone);
  const texts = new SecondTexts();
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, epochNs) => {
      const make = (ns: bigint) => `before ${zonedLine(zonedTime(ns, zone))} after .000000000`;
      assert.equal(texts.at(zone, epochNs, make), make(epochNs));
    }),
    { numRuns: 500 },
  );
});

test('makes a text once a second', () => {
  const texts = new SecondTexts();
  const key = {};
  let made = 0;
  const make = (ns: bigint) => {
    made += 1;
    return String(zonedLine(zonedTime(ns, findZone('UTC'))));
  };
  for (let ns = 0n; ns < 2_000_000_000n; ns += 100_000_000n) texts.at(key, CHANGE_NS + ns, make);
  assert.equal(made, 2);
});
