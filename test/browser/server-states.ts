import type { SyncAnswer } from '@dataiku-assessment/contract';

/** What a server says of its own clock. */
export interface SimulatedStatus {
  readonly status: SyncAnswer['clock']['status'];
  readonly reason: string | null;
  /** Where UTC lies against its host clock, in ms; null while it can't tell. */
  readonly utcMs: { readonly min: number; readonly max: number } | null;
}

/** A server that knows UTC to within 0.8 ms. */
export const SYNCHRONIZED: SimulatedStatus = {
  status: 'synchronized',
  reason: null,
  utcMs: { min: -0.8, max: 0.8 },
};

/** The states that a server can be in, and a part of the sentence by which the page tells of each. */
export const SERVER_STATES = {
  synchronized: { simulated: SYNCHRONIZED, words: 'The server knows UTC to within' },
  holdover: {
    simulated: {
      status: 'holdover',
      reason: 'no NTP server answers: time.cloudflare.com (timeout)',
      utcMs: { min: -9.5, max: 10.5 },
    },
    words: 'has lost its source of UTC',
  },
  contradictory: {
    simulated: {
      status: 'contradictory',
      reason: 'no majority of the NTP servers agrees, they are up to 41.207 ms apart',
      utcMs: null,
    },
    words: 'contradict each other',
  },
  unsynchronized: {
    simulated: {
      status: 'unsynchronized',
      reason: 'the kernel says that nothing keeps this clock',
      utcMs: null,
    },
    words: 'can’t tell how far it is from UTC',
  },
  unknown: {
    simulated: { status: 'unknown', reason: 'no clock source is configured', utcMs: null },
    words: 'can’t tell how far it is from UTC',
  },
} as const satisfies Readonly<
  Record<string, { readonly simulated: SimulatedStatus; readonly words: string }>
>;
