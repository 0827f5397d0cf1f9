import { type Static, Type } from 'typebox';
import { instant, nanoseconds, nullable } from './scalars.ts';
import { TZDB_PROPERTIES, ZonedView, zoneId } from './zone.ts';

const DATE_TIME = '(19\\d{2}|20\\d{2}|2100)-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d';
const SECONDS = '(:[0-5]\\d(\\.\\d{1,9})?)?';
/** A `+` that a client forgot to encode arrives as a space. */
const OFFSET = '(Z|[-+ ]([01]\\d|2[0-3]):[0-5]\\d)?';

/** What `at` may be. */
export const CONVERT_AT_ALLOWED =
  'A wall time of the zone `from` (2026-11-23T06:07:02), or an instant (2026-11-23T05:07:02Z, or with an offset); years 1900 to 2100.';
/** What `to` may be. */
export const CONVERT_TO_ALLOWED = '1 to 20 IANA time zone ids, separated by commas, in any case.';

export const Disambiguation = Type.Enum(['compatible', 'earlier', 'later', 'reject'], {
  type: 'string',
  description:
    'What to take when clocks showed the wall time twice or skipped it: the earlier or the later possibility, neither (reject: the answer is 400), or compatible, the default: the earlier of two, and skipped times moved on.',
  examples: ['compatible'],
});
export type Disambiguation = Static<typeof Disambiguation>;

export const ConvertQuery = Type.Object(
  {
    at: Type.String({
      pattern: `^${DATE_TIME}${SECONDS}${OFFSET}$`,
      description: CONVERT_AT_ALLOWED,
      examples: ['2026-10-25T02:30:00'],
    }),
    from: Type.Optional(zoneId('Where the clocks show the wall time `at`; an instant needs none.')),
    to: Type.String({
      minLength: 1,
      maxLength: 1320,
      description: CONVERT_TO_ALLOWED,
      examples: ['Asia/Tokyo,America/New_York'],
    }),
    disambiguation: Type.Optional(Disambiguation),
  },
  { additionalProperties: false },
);
export type ConvertQuery = Static<typeof ConvertQuery>;

export const WallTimeKind = Type.Enum(['instant', 'unique', 'repeated', 'skipped'], {
  type: 'string',
  description:
    'What `at` was: an instant; a wall time that clocks showed once, twice (repeated), or never (skipped).',
});
export type WallTimeKind = Static<typeof WallTimeKind>;

export const ConvertAlternative = Type.Object(
  {
    disambiguation: Type.Enum(['earlier', 'later'], {
      type: 'string',
      description: 'The parameter that chooses this one.',
    }),
    instant: instant('The instant it stands for.'),
    from: ZonedView,
  },
  { additionalProperties: false },
);
export type ConvertAlternative = Static<typeof ConvertAlternative>;

export const ConvertAnswer = Type.Object(
  {
    instant: instant('The moment that was converted.'),
    epochNs: nanoseconds('`instant` since 1970, in ns.'),
    kind: WallTimeKind,
    disambiguation: Disambiguation,
    from: nullable(ZonedView),
    alternatives: Type.Array(ConvertAlternative, {
      description: 'Both possibilities when `at` was repeated or skipped; else empty.',
    }),
    to: Type.Array(ZonedView, { description: 'The moment in each zone, in the order of `to`.' }),
    ...TZDB_PROPERTIES,
  },
  { additionalProperties: false },
);
export type ConvertAnswer = Static<typeof ConvertAnswer>;
