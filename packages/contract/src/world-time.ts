import { type Static, Type } from 'typebox';
import { nullable } from './scalars.ts';

const dateTime = (description: string, example: string) =>
  Type.String({ description, examples: [example] });

/** The answer of worldtimeapi.org for a zone: its fields, in its types. */
export const WorldTime = Type.Object(
  {
    utc_offset: Type.String({ description: 'Local time minus UTC.', examples: ['+01:00'] }),
    timezone: Type.String({ description: 'The zone.', examples: ['Europe/Paris'] }),
    day_of_week: Type.Integer({ minimum: 0, maximum: 6, description: '0 is Sunday.' }),
    day_of_year: Type.Integer({ minimum: 1, maximum: 366, description: '1 is 1 January.' }),
    datetime: dateTime('Local time, in µs.', '2026-11-23T06:07:02.879099+01:00'),
    utc_datetime: dateTime('UTC, in µs.', '2026-11-23T05:07:02.879099+00:00'),
    unixtime: Type.Integer({ description: 'Whole seconds since 1970, rounded down.' }),
    raw_offset: Type.Integer({ description: 'The standard offset from UTC in seconds.' }),
    week_number: Type.Integer({ minimum: 1, maximum: 53, description: 'By ISO 8601.' }),
    dst: Type.Boolean({ description: 'Whether DST is in force.' }),
    abbreviation: Type.String({ description: 'Of the local time.', examples: ['CET'] }),
    dst_offset: Type.Integer({ description: 'The amount of DST in force, in seconds.' }),
    dst_from: nullable(
      dateTime('When this DST began; null outside DST.', '2026-03-29T01:00:00+00:00'),
    ),
    dst_until: nullable(
      dateTime('When this DST ends; null outside DST.', '2026-10-25T01:00:00+00:00'),
    ),
    client_ip: Type.String({ description: 'The address that asked.', examples: ['192.0.2.1'] }),
  },
  { additionalProperties: false },
);
export type WorldTime = Static<typeof WorldTime>;

export const WorldTimeIds = Type.Array(Type.String(), {
  description: 'Zone ids, sorted.',
  examples: [['Europe/Amsterdam', 'Europe/Andorra']],
});

/** An error in worldtimeapi.org's shape. */
export const WorldTimeError = Type.Object(
  { error: Type.String({ description: 'What was wrong.', examples: ['unknown location'] }) },
  { additionalProperties: false },
);
export type WorldTimeError = Static<typeof WorldTimeError>;
