import type { Random } from './random.ts';

/** The one-way delay of a packet that leaves at a moment, in ms. Called in order of time. */
export type Delay = (atMs: number) => number;

/** The sum of the delays of several parts of a path. */
export function along(...parts: readonly Delay[]): Delay {
  return (atMs) => parts.reduce((delayMs, part) => delayMs + part(atMs), 0);
}

/** A constant delay: distance and equipment. */
export function fixed(delayMs: number): Delay {
  return () => delayMs;
}

/** A delay that is independent from packet to packet. */
export function jitter(random: Random, meanMs: number): Delay {
  return () => random.exponential(meanMs);
}

/** Waiting for a turn in a cycle, such as a radio's uplink grant. */
export function turn(random: Random, cycleMs: number): Delay {
  return () => random.between(0, cycleMs);
}

/** A pause for a share of the packets: a busy process, or a packet that is overtaken. */
export function nowAndThen(random: Random, share: number, longestMs: number): Delay {
  return () => (random.chance(share) ? random.betweenDecades(longestMs / 30, longestMs) : 0);
}

/** A lost packet that TCP sends again after its time-out. */
export function retransmission(random: Random, share: number, timeoutMs: number): Delay {
  return () => (random.chance(share) ? timeoutMs : 0);
}

/**
 * A queue that other traffic fills. Its length varies around its mean, correlated over about `memoryMs` (an
 * Ornstein-Uhlenbeck process). Sometimes it is empty.
 */
export function queue(random: Random, options: { meanMs: number; memoryMs: number }): Delay {
  let level = random.normal();
  let lastMs = 0;
  return (atMs) => {
    const kept = Math.exp(-(atMs - lastMs) / options.memoryMs);
    level = level * kept + Math.sqrt(1 - kept * kept) * random.normal();
    lastMs = atMs;
    return options.meanMs * Math.max(0, 1 + level);
  };
}

/**
 * A buffer too large for its line, while a bulk transfer runs: TCP fills it, loses a packet when it
 * is full, halves its rate, and fills it again. Between transfers it is empty.
 */
export function bloatedBuffer(random: Random, options: { fullMs: number }): Delay {
  let transfer = { fromMs: 0, untilMs: 0, sawtoothMs: 1 };
  return (atMs) => {
    while (atMs > transfer.untilMs) {
      const fromMs = transfer.untilMs + random.exponential(20e3);
      const untilMs = fromMs + random.betweenDecades(5e3, 120e3);
      transfer = { fromMs, untilMs, sawtoothMs: random.between(3e3, 8e3) };
    }
    if (atMs < transfer.fromMs) return 0;
    const tooth = ((atMs - transfer.fromMs) % transfer.sawtoothMs) / transfer.sawtoothMs;
    return options.fullMs * (0.5 + tooth / 2) * random.between(0.95, 1);
  };
}

/** Whether the line is down at a moment: a tunnel, a lift, a change of cells. Called in order of time. */
export function outages(random: Random, options: { everyMs: number; longestMs: number }) {
  let outage = { fromMs: 0, untilMs: 0 };
  return (atMs: number): boolean => {
    while (atMs >= outage.untilMs) {
      const fromMs = outage.untilMs + random.exponential(options.everyMs);
      outage = {
        fromMs,
        untilMs: fromMs + random.betweenDecades(options.longestMs / 100, options.longestMs),
      };
    }
    return atMs >= outage.fromMs;
  };
}
