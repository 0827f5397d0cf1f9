import { type Static, Type } from 'typebox';
import { Clock } from './clock.ts';
import { nanoseconds, nanosecondsSpan, nullable } from './scalars.ts';

/** At least 110 random bits in base64url. Its echo proves that the answer was made after the request was sent. */
export const Nonce = Type.String({
  pattern: '^[A-Za-z0-9_-]{22}$',
  description: '22 characters of base64url, fresh for each exchange.',
  examples: ['q83vEjRWeJCrze8SNFZ4kA'],
});

export const SyncQuery = Type.Object({ nonce: Nonce }, { additionalProperties: false });
export type SyncQuery = Static<typeof SyncQuery>;

/** UTC minus host clock over the exchange. One-sided numbers: UTC need not lie around the host clock. */
export const UtcMinusHost = Type.Object(
  {
    minNs: nanoseconds('UTC minus host clock is at least this.'),
    maxNs: nanoseconds('UTC minus host clock is at most this.'),
  },
  {
    additionalProperties: false,
    description: 'Null exactly when the status is unsynchronized, contradictory or unknown.',
  },
);
export type UtcMinusHost = Static<typeof UtcMinusHost>;

export const SyncAnswer = Type.Object(
  {
    nonce: Nonce,
    receivedNs: nanoseconds('The host clock at the arrival of the request, or shortly after it.'),
    sentNs: nanoseconds('The host clock just before the answer left.'),
    stepNs: nanosecondsSpan(
      'A stamp is never later than the host clock, and earlier by at most this.',
    ),
    utcMinusHost: nullable(UtcMinusHost),
    clock: Clock,
  },
  { additionalProperties: false },
);
export type SyncAnswer = Static<typeof SyncAnswer>;
