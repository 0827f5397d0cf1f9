import type { LeapIndicator } from '@dataiku-assessment/contract';
import type { Reading } from './clock-source.ts';

/** What adjtimex(2) returns, under the names of <sys/timex.h>. */
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
  /** TAI − UTC in seconds, 0 when nobody told the kernel. */
  readonly tai: number;
}

const TIME_ERROR = 5;
const STA_PLL = 0x0001;
const STA_INS = 0x0010;
const STA_DEL = 0x0020;
const STA_UNSYNC = 0x0040;
const STA_NANO = 0x2000;

/** The kernel grows maxerror by this much each second (MAXFREQ in linux/timex.h). */
const KERNEL_DRIFT_PPM = 500;
/** That growth is applied once a second, so up to a second of it may be missing. */
const UNAPPLIED_GROWTH_US = 500;
/** Where the kernel stops counting (NTP_PHASE_LIMIT in linux/timex.h). */
const MAXERROR_LIMIT_US = 16_000_000;

/**
 * What the kernel's figures say about UTC − host, for a reading at `readAtNs` (monotonic, ns).
 * `allowanceUs` widens the bound on both sides: chrony's maxerror omits the correction that it is
 * still slewing in. Source: adjtimex(2), kernel/time/ntp.c.
 */
export function decodeTimex(timex: Timex, readAtNs: bigint, allowanceUs: number): Reading {
  const refusal = whyNoBound(timex);
  if (refusal !== null) return { source: 'kernel', ...refusal };
  const offsetNs = Math.abs(timex.offset) * (timex.status & STA_NANO ? 1 : 1000);
  const boundUs = timex.maxerror + UNAPPLIED_GROWTH_US + allowanceUs;
  const boundNs = BigInt(boundUs) * 1000n + BigInt(offsetNs);
  return {
    kind: 'bound',
    source: 'kernel',
    minNs: -boundNs,
    maxNs: boundNs,
    readAtNs,
    driftPpm: KERNEL_DRIFT_PPM,
    leap: leapOf(timex.status),
    taiOffsetSeconds: timex.tai === 0 ? null : timex.tai,
  };
}

function whyNoBound(timex: Timex): { kind: 'unsynchronized' | 'unknown'; reason: string } | null {
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
      reason: 'the clock looks kept by systemd-timesyncd, whose error figures bound nothing',
    };
  }
  return null;
}

function leapOf(status: number): LeapIndicator {
  if (status & STA_INS) return 'insert';
  if (status & STA_DEL) return 'delete';
  return 'none';
}
