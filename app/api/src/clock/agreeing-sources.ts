import type { LeapIndicator } from '@dataiku-assessment/contract';
import type { Bound, ClockSource, Reading } from './clock-source.ts';
import { grow } from './clock-state.ts';
import { larger, smaller } from './extremes.ts';
import { silence } from './preferred-source.ts';
import { inMilliseconds, rangeInWords } from './range-in-words.ts';

/**
 * The kernel and NTP together: where both give a bound, UTC lies in both. Where they exclude each
 * other, or one contradicts itself, there is no bound: nobody can tell which side is wrong.
 */
export function agreeingSources(kernel: ClockSource, ntp: ClockSource): ClockSource {
  return {
    read() {
      const [ofKernel, ofNtp] = [kernel.read(), ntp.read()];
      if (ofKernel.kind === 'contradictory') return ofKernel;
      if (ofNtp.kind === 'contradictory') return ofNtp;
      if (ofKernel.kind === 'bound' && ofNtp.kind === 'bound') return intersect(ofKernel, ofNtp);
      if (ofKernel.kind === 'bound') return ofKernel;
      if (ofNtp.kind === 'bound') return ofNtp;
      return silence([ofNtp, ofKernel]);
    },
  };
}

function intersect(kernel: Bound, ntp: Bound): Reading {
  const readAtNs = larger(kernel.readAtNs, ntp.readAtNs);
  const [ofKernel, ofNtp] = [grow(kernel, readAtNs), grow(ntp, readAtNs)];
  const minNs = larger(ofKernel.minNs, ofNtp.minNs);
  const maxNs = smaller(ofKernel.maxNs, ofNtp.maxNs);
  if (minNs > maxNs) {
    const sides = `${rangeInWords('the kernel', ofKernel)}; ${rangeInWords('NTP', ofNtp)}`;
    const reason = `the kernel and NTP exclude each other by ${inMilliseconds(minNs - maxNs)}: ${sides}`;
    return { kind: 'contradictory', source: 'kernel+ntp', reason };
  }
  return {
    kind: 'bound',
    source: 'kernel+ntp',
    minNs,
    maxNs,
    readAtNs,
    // Both say how fast UTC and this one host clock may part: the stronger statement holds.
    driftPpm: Math.min(kernel.driftPpm, ntp.driftPpm),
    leap: commonLeap(kernel.leap, ntp.leap),
    taiOffsetSeconds: kernel.taiOffsetSeconds ?? ntp.taiOffsetSeconds,
  };
}

function commonLeap(a: LeapIndicator, b: LeapIndicator): LeapIndicator {
  if (a === 'unknown') return b;
  if (b === 'unknown') return a;
  return a === b ? a : 'unknown';
}
