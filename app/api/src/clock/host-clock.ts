import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { RealtimeClock } from './realtime-clock.ts';

/** The two clocks of the machine that serves, and its clock id. */
export interface HostClock {
  /** Equal for every process of this host, different on every other host and after a reboot. */
  readonly id: string;
  /** Added to the base before it is published, so that the uptime stays private. */
  readonly baseShiftNs: bigint;
  /** CLOCK_REALTIME in ns since 1970: never late, early by at most `STAMP_STEP_NS`. */
  nowNs(): bigint;
  /** CLOCK_MONOTONIC in ns: slewed, never stepped, stands still during sleep. */
  monotonicNs(): bigint;
  /** CLOCK_REALTIME − CLOCK_MONOTONIC in ns, within 1 µs: changed by every step and sleep. Measured at each call. */
  baseNs(): bigint;
}

const BOOT_ID_PATH = '/proc/sys/kernel/random/boot_id';
const TIME_NAMESPACE_PATH = '/proc/self/ns/time';
/** PROC_TIME_INIT_INO of the kernel: the number of the first one never changes. */
const INITIAL_TIME_NAMESPACE = 'time:[4026531834]';

/** This machine's clocks. `clockId` overrides the id made from the kernel's boot id. */
export function openHostClock(clockId: string | null): HostClock {
  const bootId = readBootId();
  const realtime = new RealtimeClock();
  return {
    id: clockId ?? hash('clock id', bootId).toString('hex', 0, 16),
    // 2^62 ns on top of today's epoch still fit the 64-bit count of the contract.
    baseShiftNs: hash('clock base', bootId).readBigUInt64BE() >> 2n,
    nowNs: () => realtime.nowNs(),
    monotonicNs: process.hrtime.bigint,
    baseNs: () => realtime.baseNs(),
  };
}

/**
 * The kernel's id of this boot, and of the time namespace, since each has a monotonic clock of its own.
 * Where the kernel tells neither, an id of this process alone.
 */
function readBootId(): string {
  try {
    const bootId = readFileSync(BOOT_ID_PATH, 'utf8').trim();
    if (bootId === '') return randomUUID();
    const namespace = readlinkSync(TIME_NAMESPACE_PATH);
    return namespace === INITIAL_TIME_NAMESPACE ? bootId : `${bootId} ${namespace}`;
  } catch {
    return randomUUID();
  }
}

/** One-way and keyed by purpose: the boot id itself is the host's secret. */
function hash(purpose: string, bootId: string): Buffer {
  return createHash('sha256').update(`${purpose}: ${bootId}`).digest();
}
