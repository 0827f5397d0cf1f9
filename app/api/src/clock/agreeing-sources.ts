import type { LeapIndicator } from '@dataiku-assessment/contract';
import { type ClockSource, type OffsetReading, offsetAt, type Reading } from './clock-source.ts';
import { larger } from './extremes.ts';
import { intersect } from './interval.ts';
import { inMilliseconds, intervalInWords } from './interval-in-words.ts';
import { mergeFailures } from './preferred-source.ts';

/**
 * The kernel and NTP together: where both give an offset, UTC lies in both, and the answer is what
 * they share, or NTP's alone if that is authenticated. Where they exclude each
 * other, or one contradicts itself, there is no offset: either side may be wrong.
 */
export function agreeingSources(kernel: ClockSource, ntp: ClockSource): ClockSource {
  return {
    read() {
      const [ofKernel, ofNtp] = [kernel.read(), ntp.read()];
      if (ofKernel.kind === 'contradictory') return ofKernel;
      if (ofNtp.kind === 'contradictory') return ofNtp;
      if (ofKernel.kind === 'offset' && ofNtp.kind === 'offset') return agree(ofKernel, ofNtp);
      if (ofKernel.kind === 'offset') return ofKernel;
      if (ofNtp.kind === 'offset') return ofNtp;
      return mergeFailures([ofNtp, ofKernel]);
    },
  };
}

function agree(kernel: OffsetReading, ntp: OffsetReading): Reading {
  const asOfNs = larger(kernel.asOfNs, ntp.asOfNs);
  const [ofKernel, ofNtp] = [offsetAt(kernel, asOfNs), offsetAt(ntp, asOfNs)];
  const { minNs, maxNs } = intersect(ofKernel, ofNtp);
  if (minNs > maxNs) {
    const sides = `${intervalInWords('the kernel', ofKernel)}; ${intervalInWords('NTP', ofNtp)}`;
    const reason = `the kernel and NTP exclude each other by ${inMilliseconds(minNs - maxNs)}: ${sides}`;
    return { kind: 'contradictory', source: 'kernel+ntp', reason };
  }
  // The kernel's daemon may have been lied to: it may object, but not narrow what nobody can forge.
  if (ntp.authenticated) return { ...ntp, taiOffsetSeconds: kernel.taiOffsetSeconds };
  return {
    kind: 'offset',
    source: 'kernel+ntp',
    minNs,
    maxNs,
    asOfNs,
    // Both limit the drift of UTC against this one host clock. The kernel's limit is an assumption,
    // which NTP starts from too, until it has measured the drift.
    driftPpm: ntp.driftPpm,
    leap: commonLeap(kernel.leap, ntp.leap),
    taiOffsetSeconds: kernel.taiOffsetSeconds ?? ntp.taiOffsetSeconds,
    authenticated: false,
  };
}

function commonLeap(a: LeapIndicator, b: LeapIndicator): LeapIndicator {
  if (a === 'unknown') return b;
  if (b === 'unknown') return a;
  return a === b ? a : 'unknown';
}
