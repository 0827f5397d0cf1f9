import { type Static, Type } from 'typebox';
import { nanoseconds, nullable } from './scalars.ts';

/**
 * The status of the server's clock.
 * synchronized: a current bound. holdover: the source is lost, and its last bound keeps growing.
 * contradictory: sources exclude each other. unsynchronized: the source says so, or the bound
 * outgrew its limit. unknown: no source gives a bound here.
 */
export const ClockStatus = Type.Enum(
  ['synchronized', 'holdover', 'contradictory', 'unsynchronized', 'unknown'],
  { type: 'string', description: 'Whether the server can bound its distance from UTC.' },
);
export type ClockStatus = Static<typeof ClockStatus>;

export const ClockSourceName = Type.Enum(['kernel', 'ntp', 'kernel+ntp', 'none'], {
  type: 'string',
  description: 'The source of the bound; kernel+ntp: the intersection of both.',
});
export type ClockSourceName = Static<typeof ClockSourceName>;

export const LeapIndicator = Type.Enum(['none', 'insert', 'delete', 'unknown'], {
  type: 'string',
  description: 'The leap second announced for the end of the current UTC month.',
});
export type LeapIndicator = Static<typeof LeapIndicator>;

export const Clock = Type.Object(
  {
    status: ClockStatus,
    reason: nullable(
      Type.String({
        description: 'Why the status is not "synchronized", in words; null when it is.',
      }),
    ),
    source: ClockSourceName,
    id: Type.String({
      pattern: '^[A-Za-z0-9._-]{1,64}$',
      description: 'The clock id: equal for every process that reads the same host clock.',
    }),
    baseNs: nanoseconds(
      'The clock base: realtime minus monotonic clock of the host, shifted by a secret constant. It changes when the clock is stepped or the host sleeps; values within 1 ms of each other are the same base.',
    ),
    utcMinusHostNs: nullable(
      nanoseconds('Best estimate of UTC minus host clock; null when there is no bound.'),
    ),
    readingAgeMs: nullable(
      Type.Integer({
        minimum: 0,
        description: 'Milliseconds since the source last gave a bound; null when it never did.',
      }),
    ),
    driftPpm: Type.Number({
      minimum: 0,
      description:
        'The growth of the bound between readings, in parts per million: the drift that the host clock may have.',
    }),
    leap: LeapIndicator,
    taiOffsetSeconds: nullable(
      Type.Integer({
        description: 'TAI minus UTC in seconds; null when the host does not know it.',
      }),
    ),
    authenticated: nullable(
      Type.Boolean({
        description:
          'Whether the bound rests on authenticated NTP servers (NTS) alone; null when there is no bound.',
      }),
    ),
  },
  { additionalProperties: false, description: "The state of the server's clock." },
);
export type Clock = Static<typeof Clock>;
