import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { endsLeapSecond } from './leap-seconds.ts';

const DEBIAN = '/usr/share/zoneinfo/leap-seconds.list';
const NTP_TO_1970_SECONDS = 2_208_988_800;

test("has the leap seconds of Debian's tzdata, and no others", {
  skip: !existsSync(DEBIAN),
}, () => {
  const lines = readFileSync(DEBIAN, 'utf8').matchAll(/^(\d+)\s+(\d+)/gm);
  // The first line is the start of UTC as it is now, which no leap second preceded.
  const [, ...ends] = [...lines].map(([, seconds]) => Number(seconds) - NTP_TO_1970_SECONDS);
  assert.equal(ends.length, 27);
  const days = Array.from({ length: 60 * 366 }, (_, day) => day * 86_400);
  assert.deepEqual(days.filter(endsLeapSecond), ends);
});
