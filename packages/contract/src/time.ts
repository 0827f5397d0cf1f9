import { type Static, Type } from 'typebox';
import { Clock } from './clock.ts';
import { instant, nanoseconds, nullable } from './scalars.ts';
import { ZonedView, zoneId } from './zone.ts';

export const TimeQuery = Type.Object(
  {
    timezone: Type.Optional(zoneId('Adds `zone` to the answer.')),
  },
  { additionalProperties: false },
);
export type TimeQuery = Static<typeof TimeQuery>;

/** The interval that contains UTC, under the stated assumptions. */
export const UtcInterval = Type.Object(
  {
    earliest: instant('UTC is not before this.'),
    latest: instant('UTC is not after this.'),
    boundNs: nanoseconds('Half the width, rounded up.'),
  },
  {
    additionalProperties: false,
    description:
      'An interval that contains UTC. Null exactly when the status is unsynchronized, contradictory or unknown.',
  },
);
export type UtcInterval = Static<typeof UtcInterval>;

export const TimeAnswer = Type.Object(
  {
    now: instant(
      "The best estimate of UTC: the middle of `interval`, or the host clock's reading when there is none.",
    ),
    epochNs: nanoseconds('`now` since 1970, in ns.'),
    epochMs: Type.Integer({ description: '`now` since 1970 in whole ms, rounded down.' }),
    interval: nullable(UtcInterval),
    clock: Clock,
    zone: Type.Optional(ZonedView),
    tzdb: Type.String({ description: 'Version of the tz database in use.', examples: ['2026f'] }),
    instance: Type.String({ description: 'The name of the process that answered.' }),
  },
  { additionalProperties: false },
);
export type TimeAnswer = Static<typeof TimeAnswer>;
