import {
  IP_ADDRESS_PATTERN,
  PROBLEM_MEDIA_TYPE,
  Problem,
  WorldTime,
  WorldTimeError,
  WorldTimeIds,
} from '@dataiku-assessment/contract';
import { type TSchema, Type } from 'typebox';

const TEXT = Type.String({ description: 'For a path that ends in .txt: one field or id a line.' });
const TAGS = ['worldtimeapi.org'];

function success(answer: TSchema) {
  const content = { 'application/json': { schema: answer }, 'text/plain': { schema: TEXT } };
  return { 200: { content } };
}

/** Faults of the request itself, such as a URL that is too long, are problems as everywhere. */
const ERROR_CONTENT = {
  'application/json': { schema: WorldTimeError },
  'text/plain': { schema: Type.String({ examples: ['unknown location'] }) },
};
const REFUSAL = {
  content: { ...ERROR_CONTENT, [PROBLEM_MEDIA_TYPE]: { schema: Problem } },
};

function answers(answer: TSchema) {
  return { ...success(answer), '4xx': REFUSAL };
}

function part(description: string, example: string) {
  return Type.String({ description, examples: [example] });
}

export const LIST_SCHEMA = {
  operationId: 'listWorldTimeZones',
  summary: 'All zone ids',
  tags: TAGS,
  response: success(WorldTimeIds),
};

const AREA = part('An area, to list its ids; or a zone outside all areas.', 'Europe');
const LOCATION = part('A place in the area; or a part of the area, to list its ids.', 'Paris');

/** By the number of parts that the zone's id has. */
export const ZONE_SCHEMAS = [
  {
    path: '/api/timezone/:area',
    schema: {
      operationId: 'getWorldTimeOfArea',
      summary: 'The zone ids of an area, or the time in a zone such as UTC',
      tags: TAGS,
      params: Type.Object({ area: AREA }),
      response: answers(Type.Union([WorldTimeIds, WorldTime])),
    },
  },
  {
    path: '/api/timezone/:area/:location',
    schema: {
      operationId: 'getWorldTime',
      summary: 'The time in a zone',
      tags: TAGS,
      params: Type.Object({ area: AREA, location: LOCATION }),
      response: answers(Type.Union([WorldTime, WorldTimeIds])),
    },
  },
  {
    path: '/api/timezone/:area/:location/:region',
    schema: {
      operationId: 'getWorldTimeOfRegion',
      summary: 'The time in a zone whose id has three parts',
      tags: TAGS,
      params: Type.Object({
        area: part('An area.', 'America'),
        location: part('A part of the area.', 'Argentina'),
        region: part('A place in that part.', 'Buenos_Aires'),
      }),
      response: answers(WorldTime),
    },
  },
];

export const OWN_ADDRESS_SCHEMA = {
  operationId: 'getWorldTimeHere',
  summary: 'The time at the address that asks',
  tags: TAGS,
  response: answers(WorldTime),
};

export const ADDRESS_SCHEMA = {
  ...OWN_ADDRESS_SCHEMA,
  operationId: 'getWorldTimeOfAddress',
  summary: 'The time at an address',
  params: Type.Object({
    ip: Type.String({
      pattern: IP_ADDRESS_PATTERN,
      description: 'An IPv4 or IPv6 address.',
      examples: ['192.0.2.1'],
    }),
  }),
};
