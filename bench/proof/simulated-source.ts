import type { Interval } from '../../app/api/src/clock/interval.ts';
import { sampleAt } from '../../app/api/src/ntp/sample.ts';
import { type ServerSamples, withSample } from '../../app/api/src/ntp/server-samples.ts';
import type { Random } from './random.ts';

/** The server's own source of UTC, at moments of the world. */
export interface SimulatedSource {
  /** UTC minus the host clock at a moment, as the API's own arithmetic bounds it from its samples. */
  offsetAt(atMs: number): Interval;
}

export interface SourceOptions {
  /** UTC minus the host clock, in ms, without its steps. */
  readonly truthMs: (atMs: number) => number;
  /** The host's monotonic clock, in ns. */
  readonly monotonicNs: (atMs: number) => bigint;
}

const POLL_INTERVAL_MS = 64e3;
/** The API has run for up to this many polls before the session, or begins with it. */
const MOST_EARLIER_POLLS = 80;

/** An NTP server that is asked every 64 s, from before the session on. */
export function simulateSource(
  random: Random,
  { truthMs, monotonicNs }: SourceOptions,
): SimulatedSource {
  let samples: ServerSamples | null = null;
  let nextPollMs = random.chance(0.3)
    ? 0
    : -random.between(0, MOST_EARLIER_POLLS) * POLL_INTERVAL_MS;
  const poll = (atMs: number) => {
    const { minMs, maxMs } = sampleAround(random, truthMs(atMs));
    const { conflict: _, ...after } = withSample(samples, {
      baseNs: 0n,
      minNs: BigInt(Math.floor(minMs * 1e6)),
      maxNs: BigInt(Math.ceil(maxMs * 1e6)),
      asOfNs: monotonicNs(atMs),
      leap: 'none',
    });
    samples = after;
    return after;
  };
  return {
    offsetAt(atMs) {
      let known = samples ?? poll(nextPollMs);
      while (nextPollMs + POLL_INTERVAL_MS <= atMs) {
        nextPollMs += POLL_INTERVAL_MS;
        known = poll(nextPollMs);
      }
      return sampleAt(known.sample, monotonicNs(atMs));
    },
  };
}

/** One exchange with a true server: usually much better than its bound, and sometimes at the bound. */
function sampleAround(random: Random, truthMs: number) {
  const boundMs = random.betweenDecades(0.3, 3);
  const errorMs = random.chance(0.1)
    ? random.sign() * boundMs
    : boundMs * random.between(-1, 1) ** 3;
  return { minMs: truthMs + errorMs - boundMs, maxMs: truthMs + errorMs + boundMs };
}
