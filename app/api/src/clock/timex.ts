import type { LeapIndicator } from '@dataiku-assessment/contract';
import type { Reading } from './clock-source.ts';
import { KERNEL_DRIFT_PPM } from './drift.ts';

/** The result of adjtimex(2), under the names of <sys/timex.h>. */
export interface Timex {
  /** The state of the clock: TIME_OK … TIME_ERROR. */
  readonly state: number;
  readonly status: number;
  /** The correction not yet slewed in: ns with STA_NANO, else µs. */
  readonly offset: number;
  /** In µs. */
  readonly maxerror: number;
  /** In µs. An estimate, never a bound. */
  readonly esterror: number;
  /** TAI − UTC in seconds, 0 when the kernel was not told. */
  readonly tai: number;
}

const TIME_ERROR = 5;
const STA_PLL = 0x0001;
const STA_INS = 0x0010;
const STA_DEL = 0x0020;
const STA_UNSYNC = 0x0040;
const STA_NANO = 0x2000;

/** The kernel grows maxerror once a second, so up to a second of drift may be missing: 1 ppm is 1 µs. */
const UNAPPLIED_GROWTH_US = KERNEL_DRIFT_PPM;
/** The cap of maxerror (NTP_PHASE_LIMIT in linux/timex.h). */
const MAXERROR_LIMIT_US = 16_000_000;

/**
 * The reading of the kernel's figures at `asOfNs` (monotonic, ns). `allowanceUs` is added to the
 * bound: chrony's maxerror omits the correction that it is still slewing in. Source: adjtimex(2),
 * kernel/time/ntp.c.
 */
export function decodeTimex(timex: Timex, asOfNs: bigint, allowanceUs: number): Reading {
  const refusal = whyNoOffset(timex);
  if (refusal !== null) return { source: 'kernel', ...refusal };
  const offsetNs = Math.abs(timex.offset) * (timex.status & STA_NANO ? 1 : 1000);
  const boundUs = timex.maxerror + UNAPPLIED_GROWTH_US + allowanceUs;
  const boundNs = BigInt(boundUs) * 1000n + BigInt(offsetNs);
  return {
    kind: 'offset',
    source: 'kernel',
    minNs: -boundNs,
    maxNs: boundNs,
    asOfNs,
    driftPpm: KERNEL_DRIFT_PPM,
    leap: leapOf(timex.status),
    taiOffsetSeconds: timex.tai === 0 ? null : timex.tai,
    // Nothing says where the daemon has it from.
    authenticated: false,
  };
}

function whyNoOffset(timex: Timex): { kind: 'unsynchronized' | 'unknown'; reason: string } | null {
  if (timex.state === TIME_ERROR || timex.status & STA_UNSYNC) {
    return { kind: 'unsynchronized', reason: 'the kernel says that nothing keeps this clock' };
  }
  if (timex.maxerror >= MAXERROR_LIMIT_US) {
    return {
      kind: 'unsynchronized',
      reason: "the kernel's error bound has reached its cap of 16 s",
    };
  }
  if (timex.status & STA_PLL && timex.esterror === 0) {
    return {
      kind: 'unknown',
      reason: 'systemd-timesyncd seems to keep this clock, and its error figures are not a bound',
    };
  }
  return null;
}

function leapOf(status: number): LeapIndicator {
  if (status & STA_INS) return 'insert';
  if (status & STA_DEL) return 'delete';
  return 'none';
}
