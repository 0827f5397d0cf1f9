import type { Failure } from './exchange.ts';

/** The time of a server's next exchange, and whether it is lost. Changes with each exchange. */
export interface PollSchedule {
  readonly pollSeconds: number;
  /** Exchanges left of the burst that is under way. */
  readonly burstLeft: number;
  /** Burst exchanges that may still be spent. A poll earns one: bursts can't become a habit. */
  readonly burstCredit: number;
  /** Exchanges in a row without a sample. */
  readonly failures: number;
  /** The server forbade any further request. */
  readonly isForbidden: boolean;
}

/** The outcome of an exchange. Stable: it labels metrics. */
export type Outcome = 'sample' | 'unresolved' | 'no-keys' | Failure;

const BURST_EXCHANGES = 4;
const BURST_SPACING_SECONDS = 2;
const MAX_BURST_CREDIT = 2 * BURST_EXCHANGES;
/** A poll comes up to this share earlier or later, so that clients do not poll in step. */
const JITTER = 0.1;
/** RFC 5905 §7.2: MAXPOLL of a client that backs off, as far as the bound is still of use. */
const MAX_POLL_SECONDS = 1024;
/** A server that missed this many exchanges in a row is lost: its last sample only grows. */
const LOST_AFTER_FAILURES = 4;

/** The schedule of a server before its first exchange. */
export function firstSchedule(pollSeconds: number): PollSchedule {
  const idle = { pollSeconds, burstLeft: 0, failures: 0, isForbidden: false };
  return withBurst({ ...idle, burstCredit: MAX_BURST_CREDIT });
}

/** Adds a burst, as far as the credit goes: at the start, and after a step. */
export function withBurst(schedule: PollSchedule): PollSchedule {
  return { ...schedule, burstLeft: Math.min(BURST_EXCHANGES, schedule.burstCredit) };
}

/** The schedule after an exchange. Kiss codes: RFC 5905 §7.4. */
export function afterOutcome(schedule: PollSchedule, outcome: Outcome): PollSchedule {
  const next = { ...schedule, ...countBurst(schedule), failures: schedule.failures + 1 };
  switch (outcome) {
    case 'sample':
      return { ...next, failures: 0 };
    case 'kiss-rate': {
      const pollSeconds = Math.min(schedule.pollSeconds * 2, MAX_POLL_SECONDS);
      return { ...next, pollSeconds, burstLeft: 0, burstCredit: 0 };
    }
    case 'kiss-deny':
    case 'kiss-rstr':
      return { ...next, isForbidden: true };
    default:
      return next;
  }
}

/** The delay until the next exchange, in ms; null when there is none. `random` is within [0, 1). */
export function nextDelayMs(schedule: PollSchedule, random: number): number | null {
  if (schedule.isForbidden) return null;
  if (schedule.burstLeft > 0) return BURST_SPACING_SECONDS * 1000;
  return schedule.pollSeconds * 1000 * (1 + JITTER * (2 * random - 1));
}

/** Whether the server no longer answers. */
export function isLost({ failures, isForbidden }: PollSchedule): boolean {
  return isForbidden || failures >= LOST_AFTER_FAILURES;
}

function countBurst({ burstLeft, burstCredit }: PollSchedule) {
  if (burstLeft > 0) return { burstLeft: burstLeft - 1, burstCredit: burstCredit - 1 };
  return { burstLeft, burstCredit: Math.min(burstCredit + 1, MAX_BURST_CREDIT) };
}
