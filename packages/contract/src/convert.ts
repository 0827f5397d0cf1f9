import { type Static, Type } from 'typebox';
import { epochUnit, instant, nanoseconds, nullable } from './scalars.ts';
import { INSTANT_OR_WALL_TIME_PATTERN, TIME_TEXT_LIMIT, ZONE_IDS_PATTERN } from './time-text.ts';
import { TZDB_PROPERTIES, ZonedView, zoneId } from './zone.ts';

export const Disambiguation = Type.Enum(['compatible', 'earlier', 'later', 'reject'], {
  type: 'string',
  description:
    'The choice where clocks showed the wall time twice or skipped it: the earlier or the later instant, an error (reject), or compatible, the default: the earlier of two instants, and the later one for a skipped time.',
  examples: ['compatible'],
});
export type Disambiguation = Static<typeof Disambiguation>;

const At = Type.String({
  pattern: INSTANT_OR_WALL_TIME_PATTERN,
  maxLength: TIME_TEXT_LIMIT,
  description:
    'A wall time of the zone `from`, or an instant as in RFC 3339 or RFC 9557, or a count of s, ms, µs or ns since 1970; years 1900 to 2100.',
  examples: ['2026-10-25T02:30:00+02:00'],
});

export const ConvertQuery = Type.Object(
  {
    at: At,
    from: Type.Optional(zoneId('The zone of the wall time `at`; an instant needs none.')),
    to: Type.String({
      minLength: 1,
      maxLength: 800,
      pattern: ZONE_IDS_PATTERN,
      description: '1 to 20 IANA time zone ids, separated by commas, in any case.',
      examples: ['Asia/Tokyo,America/New_York'],
    }),
    disambiguation: Type.Optional(Disambiguation),
  },
  { additionalProperties: false },
);
export type ConvertQuery = Static<typeof ConvertQuery>;

export const ConvertRequest = Type.Object(
  {
    at: Type.Array(At, {
      minItems: 1,
      maxItems: 100,
      description: '1 to 100 times, each as in the query `at` of GET.',
      examples: [['2026-10-25T02:30:00+02:00', '1796320800']],
    }),
    from: ConvertQuery.properties.from,
    to: Type.Array(zoneId('A zone to convert to.'), {
      minItems: 1,
      maxItems: 20,
      description: '1 to 20 IANA time zone ids, in any case.',
      examples: [['Asia/Tokyo', 'America/New_York']],
    }),
    disambiguation: Type.Optional(Disambiguation),
  },
  { additionalProperties: false },
);
export type ConvertRequest = Static<typeof ConvertRequest>;

export const WallTimeKind = Type.Enum(['instant', 'unique', 'repeated', 'skipped'], {
  type: 'string',
  description:
    'The kind of `at`: an instant, or a wall time that clocks showed once (unique), twice (repeated) or never (skipped).',
});
export type WallTimeKind = Static<typeof WallTimeKind>;

export const ConvertAlternative = Type.Object(
  {
    disambiguation: Type.Enum(['earlier', 'later'], {
      type: 'string',
      description: 'The value of the parameter that chooses this instant.',
    }),
    instant: instant('The instant of this choice.'),
    from: ZonedView,
  },
  { additionalProperties: false },
);
export type ConvertAlternative = Static<typeof ConvertAlternative>;

export const ConvertAnswer = Type.Object(
  {
    instant: instant('The converted instant.'),
    epochNs: nanoseconds('`instant` since 1970, in ns.'),
    epochUnit: epochUnit(),
    leapSecond: Type.Boolean({
      description:
        'Whether `at` is a leap second. It has no count of its own: as POSIX does, `instant` is the second after it.',
    }),
    kind: WallTimeKind,
    disambiguation: Disambiguation,
    from: nullable(ZonedView),
    alternatives: Type.Array(ConvertAlternative, {
      description: 'Both instants when `at` was repeated or skipped; else empty.',
    }),
    to: Type.Array(ZonedView, { description: 'The instant in each zone, in the order of `to`.' }),
    ...TZDB_PROPERTIES,
  },
  { additionalProperties: false },
);
export type ConvertAnswer = Static<typeof ConvertAnswer>;

export const ConvertAnswers = Type.Object(
  { answers: Type.Array(ConvertAnswer, { description: 'One for each time, in their order.' }) },
  { additionalProperties: false },
);
export type ConvertAnswers = Static<typeof ConvertAnswers>;
