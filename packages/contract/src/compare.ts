import { type Static, Type } from 'typebox';
import { Clock } from './clock.ts';
import { epochUnit, instant, nullable } from './scalars.ts';
import { UtcInterval } from './time.ts';
import { INSTANT_PATTERN, TIME_TEXT_LIMIT } from './time-text.ts';

export const CompareQuery = Type.Object(
  {
    instant: Type.String({
      pattern: INSTANT_PATTERN,
      maxLength: TIME_TEXT_LIMIT,
      description:
        'An instant as in RFC 3339 or RFC 9557, years 0000 to 9999; or a count of s, ms, µs or ns since 1970.',
      examples: ['2026-11-23T06:00:00+01:00[Europe/Paris]'],
    }),
  },
  { additionalProperties: false },
);
export type CompareQuery = Static<typeof CompareQuery>;

export const Passed = Type.Enum(['yes', 'no', 'uncertain'], {
  type: 'string',
  description:
    'Whether the instant has passed in UTC. "uncertain": it lies in the interval, or there is no interval.',
});
export type Passed = Static<typeof Passed>;

export const CompareAnswer = Type.Object(
  {
    instant: instant('The instant of the query, in UTC; a leap second has the second 60.'),
    epochUnit: epochUnit(),
    passed: Passed,
    now: instant('The best estimate of UTC, as GET /api/v1/time gives it.'),
    interval: nullable(UtcInterval),
    clock: Clock,
  },
  { additionalProperties: false },
);
export type CompareAnswer = Static<typeof CompareAnswer>;
