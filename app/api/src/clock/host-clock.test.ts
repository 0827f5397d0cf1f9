import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import koffi from 'koffi';
import { openHostClock } from './host-clock.ts';
import { STAMP_STEP_NS } from './realtime-clock.ts';

const CLOCK_REALTIME = 0;
const timespec = koffi.struct({ seconds: 'int64', nanoseconds: 'int64' });
const clockGettime = koffi
  .load('libc.so.6')
  .func('clock_gettime', 'int', ['int', koffi.out(koffi.pointer(timespec))]);

/** The kernel's realtime clock to the nanosecond, which Node only gives to the microsecond. */
function realtimeNs(): bigint {
  const time = { seconds: 0, nanoseconds: 0 };
  clockGettime(CLOCK_REALTIME, time);
  return BigInt(time.seconds) * 1_000_000_000n + BigInt(time.nanoseconds);
}

const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

test('has the same id every time it is opened', () => {
  assert.equal(openHostClock(null).id, openHostClock(null).id);
  assert.match(openHostClock(null).id, /^[0-9a-f]{32}$/);
});

test("does not give away the kernel's boot id", () => {
  const { id } = openHostClock(null);
  assert.notEqual(id, bootId);
  assert.notEqual(id, bootId.replaceAll('-', ''));
});

test('takes the id that it is given', () => {
  assert.equal(openHostClock('rack-7').id, 'rack-7');
});

test('shifts the base by as much every time, and far more than an uptime', () => {
  const { baseShiftNs } = openHostClock(null);
  assert.equal(baseShiftNs, openHostClock('rack-7').baseShiftNs);
  assert.ok(baseShiftNs > 0n && baseShiftNs < 2n ** 62n);
});

test('has a base that stays the same within the 1 ms that tells bases apart', () => {
  const host = openHostClock(null);
  const bases = Array.from({ length: 200 }, () => host.baseNs());
  const spread = bases.map((base) => base - (bases[0] ?? 0n));
  assert.ok(spread.every((ns) => ns > -1_000_000n && ns < 1_000_000n));
});

test('has a base that is its realtime minus its monotonic clock', () => {
  const host = openHostClock(null);
  const beforeNs = host.nowNs() - host.monotonicNs();
  const difference = host.baseNs() - beforeNs;
  assert.ok(difference > -1_000_000_000n && difference < 1_000_000_000n);
});

test('never stamps later than the clock shows, nor earlier than its step allows', () => {
  const host = openHostClock(null);
  for (let attempt = 0; attempt < 10_000; attempt++) {
    // As the server does once a second.
    if (attempt % 100 === 0) host.baseNs();
    const beforeNs = realtimeNs();
    const stampNs = host.nowNs();
    const afterNs = realtimeNs();
    assert.ok(stampNs <= afterNs, `${stampNs} is later than ${afterNs}`);
    assert.ok(stampNs >= beforeNs - STAMP_STEP_NS, `${stampNs} is too early for ${beforeNs}`);
  }
});

test('has a monotonic clock that never goes back', () => {
  const host = openHostClock(null);
  const readings = Array.from({ length: 1000 }, () => host.monotonicNs());
  assert.deepEqual(readings, readings.toSorted());
});
