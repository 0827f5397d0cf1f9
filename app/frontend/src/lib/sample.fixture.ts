import type { Sample } from '@dataiku-assessment/clock-sync';

/** A sample of an exchange of 2 ms. A test sets the fields it is about. */
export function sampleWith(facts: Partial<Sample> = {}): Sample {
  const host = facts.host ?? { earliestMs: 0, latestMs: 2 };
  const utc = facts.utc ?? null;
  const intervals = { host, utc, known: { host, utc } };
  return { sentAtMs: 0, receivedAtMs: 2, roundTripMs: 2, clockId: 'a', ...intervals, ...facts };
}
