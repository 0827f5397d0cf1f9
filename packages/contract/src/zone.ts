import { type Static, Type } from 'typebox';
import { instant, nullable } from './scalars.ts';
import { ZONE_ID_PATTERN } from './time-text.ts';

/** A parameter that names a zone. */
export function zoneId(description: string) {
  return Type.String({
    minLength: 1,
    maxLength: 64,
    pattern: ZONE_ID_PATTERN,
    description: `${description} An IANA time zone id, in any case.`,
    examples: ['Europe/Paris'],
  });
}

/** The clocks of a zone at one instant. */
const LOCAL_TIME_PROPERTIES = {
  utcOffset: Type.String({
    description: 'Local time minus UTC, as ±hh:mm or ±hh:mm:ss.',
    examples: ['+01:00'],
  }),
  standardOffset: Type.String({
    description: '`utcOffset` without DST.',
    examples: ['+01:00'],
  }),
  isDst: Type.Boolean({
    description: 'Whether DST is in force according to the tz database: in Ireland that is winter.',
  }),
  abbreviation: Type.String({
    description: 'The name in the tz database; digits such as +03 where it has none.',
    examples: ['CET'],
  }),
};

export const LocalTimeType = Type.Object(LOCAL_TIME_PROPERTIES, {
  additionalProperties: false,
  description: 'The offset of a zone, and its parts.',
});
export type LocalTimeType = Static<typeof LocalTimeType>;

/** A local time in a zone. */
export const ZonedView = Type.Object(
  {
    id: Type.String({
      description: 'The zone in the spelling of the tz database.',
      examples: ['Europe/Paris'],
    }),
    local: Type.String({
      description: 'The instant in the zone, as RFC 9557 with nine decimals.',
      examples: ['2026-11-23T06:07:02.879099121+01:00[Europe/Paris]'],
    }),
    ...LOCAL_TIME_PROPERTIES,
  },
  { additionalProperties: false },
);
export type ZonedView = Static<typeof ZonedView>;

export const ZoneTransition = Type.Object(
  {
    at: instant('The instant of the change.'),
    before: LocalTimeType,
    after: LocalTimeType,
  },
  {
    additionalProperties: false,
    description: 'A change of the offset, of DST or of the abbreviation.',
  },
);
export type ZoneTransition = Static<typeof ZoneTransition>;

const Country = Type.Object(
  {
    code: Type.String({ description: 'ISO 3166-1 alpha-2.', examples: ['FR'] }),
    name: Type.String({ description: 'In English.', examples: ['France'] }),
  },
  { additionalProperties: false, description: 'Null for zones of no country, such as Etc/UTC.' },
);

const ZONE_PROPERTIES = {
  id: Type.String({
    description: 'In the spelling of the tz database.',
    examples: ['Europe/Paris'],
  }),
  linksTo: nullable(
    Type.String({
      description: 'The zone that this id links to; null when it is a zone itself.',
      examples: ['Asia/Kolkata'],
    }),
  ),
  country: nullable(Country),
  cities: Type.Array(Type.String(), {
    description: 'Its largest cities, largest first.',
    examples: [['Paris', 'Marseille']],
  }),
};

/** The release of the tz database behind an answer. */
export const TZDB_PROPERTIES = {
  tzdb: Type.String({
    description: 'The release of the tz database that everything about zones comes from.',
    examples: ['2026f'],
  }),
};

export const TimezonesQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description:
          'The id of a zone or a part of it, a city in any language, a country or its code, in any case, with or without accents. If it is no whole name: the beginning of words of one.',
        examples: ['paris'],
      }),
    ),
    country: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z]{2}$',
        description: 'The code of a country: ISO 3166-1 alpha-2, in any case.',
        examples: ['FR'],
      }),
    ),
    abbreviation: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z]{1,8}$|^[+ -][0-9]{2,6}$',
        description:
          'An abbreviation that the clocks of a zone use at some time of this year, in any case.',
        examples: ['CET'],
      }),
    ),
    limit: Type.Optional(
      Type.String({
        pattern: '^([1-9][0-9]{0,2}|1000)$',
        description: 'The largest number of zones to list: 1 to 1000; default 1000.',
        examples: ['100'],
      }),
    ),
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description: 'The `next` of the previous page.',
        examples: ['Europe/Oslo'],
      }),
    ),
  },
  { additionalProperties: false },
);
export type TimezonesQuery = Static<typeof TimezonesQuery>;

export const ZoneSummary = Type.Object(ZONE_PROPERTIES, { additionalProperties: false });
export type ZoneSummary = Static<typeof ZoneSummary>;

export const TimezonesAnswer = Type.Object(
  {
    timezones: Type.Array(ZoneSummary, { description: 'Sorted by id.' }),
    next: nullable(
      Type.String({
        description: 'The `cursor` of the next page; null on the last.',
        examples: ['Z'],
      }),
    ),
    ...TZDB_PROPERTIES,
  },
  { additionalProperties: false },
);
export type TimezonesAnswer = Static<typeof TimezonesAnswer>;

export const TimezoneQuery = Type.Object(
  {
    id: zoneId('The zone to describe.'),
    year: Type.Optional(
      Type.String({
        pattern: '^(19[0-9]{2}|20[0-9]{2}|2100)$',
        description:
          'Adds `startOfYear` and `transitions`: the clocks when this year begins in UTC, and their changes in it; 1900 to 2100.',
        examples: ['2026'],
      }),
    ),
  },
  { additionalProperties: false },
);
export type TimezoneQuery = Static<typeof TimezoneQuery>;

export const TimezoneAnswer = Type.Object(
  {
    ...ZONE_PROPERTIES,
    at: instant('The instant of `current`: `now` of /api/v1/time.'),
    current: LocalTimeType,
    previous: nullable(ZoneTransition),
    next: nullable(ZoneTransition),
    posixTz: nullable(
      Type.String({
        description:
          'The value of TZ for these clocks from now on, as in POSIX.1-2024 §8.3, for devices without the tz database. Null where no such rule exists, as in Morocco, or holds yet.',
        examples: ['CET-1CEST,M3.5.0,M10.5.0/3'],
      }),
    ),
    startOfYear: Type.Optional(
      Type.Object(LOCAL_TIME_PROPERTIES, {
        additionalProperties: false,
        description: 'The clocks when `year` begins in UTC, only when it is given.',
      }),
    ),
    transitions: Type.Optional(
      Type.Array(ZoneTransition, { description: 'Those of `year`, only when it is given.' }),
    ),
    ...TZDB_PROPERTIES,
  },
  { additionalProperties: false },
);
export type TimezoneAnswer = Static<typeof TimezoneAnswer>;
