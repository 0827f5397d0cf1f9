import { type Static, Type } from 'typebox';
import { IP_ADDRESS_PATTERN } from './ip-address.ts';
import { nullable } from './scalars.ts';
import { WALL_TIME_PATTERN, ZONE_ID_PATTERN } from './time-text.ts';

const integer = (description: string) => Type.Integer({ description });

function zoneName(description: string) {
  return Type.String({
    minLength: 1,
    maxLength: 64,
    pattern: ZONE_ID_PATTERN,
    description,
    examples: ['Europe/Amsterdam'],
  });
}

const TIME_PROPERTIES = {
  year: integer('Of the local date.'),
  month: integer('1 is January.'),
  day: integer('Of the month.'),
  hour: integer('0 to 23.'),
  minute: integer('0 to 59.'),
  seconds: integer('0 to 59.'),
  milliSeconds: integer('0 to 999, rounded down.'),
  dateTime: Type.String({
    description: 'Local time without its offset, in tenths of a µs.',
    examples: ['2026-11-23T06:07:02.8790991'],
  }),
  date: Type.String({ description: 'Month/day/year.', examples: ['11/23/2026'] }),
  time: Type.String({ description: 'Hours and minutes.', examples: ['06:07'] }),
  timeZone: Type.String({ description: 'The zone.', examples: ['Europe/Amsterdam'] }),
  dayOfWeek: Type.String({ description: 'In English.', examples: ['Monday'] }),
  dstActive: Type.Boolean({ description: 'Whether DST is in force.' }),
};

/** The answer of timeapi.io for the time in a zone: its fields, in its types. */
export const TimeApiTime = Type.Object(TIME_PROPERTIES, { additionalProperties: false });
export type TimeApiTime = Static<typeof TimeApiTime>;

export const TimeApiOffset = Type.Object(
  {
    seconds: integer('The offset.'),
    milliseconds: integer('The same.'),
    ticks: integer('The same, in units of 100 ns.'),
    nanoseconds: integer('The same.'),
  },
  { additionalProperties: false },
);
export type TimeApiOffset = Static<typeof TimeApiOffset>;

export const TimeApiDuration = Type.Object(
  {
    days: integer('Whole days.'),
    nanosecondOfDay: integer('The rest.'),
    hours: integer('Of the rest.'),
    minutes: integer('Of the rest.'),
    seconds: integer('Of the rest.'),
    milliseconds: integer('Of the rest.'),
    subsecondTicks: integer('Of the rest.'),
    subsecondNanoseconds: integer('Of the rest.'),
    bclCompatibleTicks: integer('The whole, in units of 100 ns.'),
    totalDays: Type.Number({ description: 'The whole.' }),
    totalHours: Type.Number({ description: 'The whole.' }),
    totalMinutes: Type.Number({ description: 'The whole.' }),
    totalSeconds: integer('The whole.'),
    totalMilliseconds: integer('The whole.'),
    totalTicks: integer('The whole.'),
    totalNanoseconds: integer('The whole.'),
  },
  { additionalProperties: false },
);
export type TimeApiDuration = Static<typeof TimeApiDuration>;

export const TimeApiDstInterval = Type.Object(
  {
    dstName: Type.String({ description: 'Its abbreviation.', examples: ['CEST'] }),
    dstOffsetToUtc: TimeApiOffset,
    dstOffsetToStandardTime: TimeApiOffset,
    dstStart: Type.String({ description: 'In UTC.', examples: ['2026-03-29T01:00:00Z'] }),
    dstEnd: Type.String({ description: 'In UTC.', examples: ['2026-10-25T01:00:00Z'] }),
    dstDuration: TimeApiDuration,
  },
  { additionalProperties: false, description: 'DST in force, or the next; null without any.' },
);
export type TimeApiDstInterval = Static<typeof TimeApiDstInterval>;

/** The answer of timeapi.io for a zone. */
export const TimeApiZone = Type.Object(
  {
    timeZone: TIME_PROPERTIES.timeZone,
    currentLocalTime: TIME_PROPERTIES.dateTime,
    currentUtcOffset: TimeApiOffset,
    standardUtcOffset: TimeApiOffset,
    hasDayLightSaving: Type.Boolean({ description: 'Whether there is a `dstInterval`.' }),
    isDayLightSavingActive: Type.Boolean({ description: 'Whether DST is in force.' }),
    dstInterval: nullable(TimeApiDstInterval),
  },
  { additionalProperties: false },
);
export type TimeApiZone = Static<typeof TimeApiZone>;

export const TimeApiZoneQuery = Type.Object({
  timeZone: zoneName('An IANA time zone id, in any case.'),
});

export const TimeApiAddressQuery = Type.Object({
  ipAddress: Type.String({
    pattern: IP_ADDRESS_PATTERN,
    description: 'The IPv4 or IPv6 address whose zone is taken.',
    examples: ['192.0.2.1'],
  }),
});

export const TimeApiConversionRequest = Type.Object(
  {
    fromTimeZone: zoneName('The zone of `dateTime`.'),
    dateTime: Type.String({
      maxLength: 32,
      pattern: WALL_TIME_PATTERN,
      description: 'The wall time, years 1900 to 2100.',
      examples: ['2026-11-23 17:45:00'],
    }),
    toTimeZone: zoneName('The zone to convert to.'),
    dstAmbiguity: Type.Optional(
      Type.String({
        description: '`later` takes the later instant of a wall time that comes twice.',
        examples: [''],
      }),
    ),
  },
  { additionalProperties: true },
);
export type TimeApiConversionRequest = Static<typeof TimeApiConversionRequest>;

export const TimeApiConversion = Type.Object(
  {
    fromTimezone: Type.String({ description: 'As in the request.', examples: ['Europe/Paris'] }),
    fromDateTime: Type.String({ description: 'The wall time.', examples: ['2026-11-23T17:45:00'] }),
    toTimeZone: Type.String({ description: 'As in the request.', examples: ['Asia/Tokyo'] }),
    conversionResult: TimeApiTime,
  },
  { additionalProperties: false },
);
export type TimeApiConversion = Static<typeof TimeApiConversion>;

/** An error of timeapi.io: a text, in JSON. */
export const TimeApiError = Type.String({ examples: ['Invalid Timezone'] });
