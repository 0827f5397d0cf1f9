import { isIP } from 'node:net';
import {
  TimeApiAddressQuery,
  TimeApiConversion,
  TimeApiConversionRequest,
  TimeApiError,
  TimeApiTime,
  TimeApiZone,
  TimeApiZoneQuery,
  WorldTimeIds,
} from '@dataiku-assessment/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { TSchema } from 'typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { acceptJson } from '../http/accept-json.ts';
import { resolveWallTime } from '../zones/resolve-wall-time.ts';
import type { Zone } from '../zones/tz-database.ts';
import {
  findZone as findZoneById,
  UnknownZoneError,
  type ZonedTime,
  zonedTime,
} from '../zones/zone.ts';
import { listZones } from '../zones/zone-list.ts';
import type { FindZone } from './address-zones.ts';
import { timeApiTime, timeApiZone } from './time-api-view.ts';

export interface TimeApiRouteOptions {
  readonly clock: ServerClock;
  /** null without a database of addresses. */
  readonly findZone: FindZone | null;
}

/** An operation that answers about a zone now. */
interface Get {
  readonly paths: readonly string[];
  readonly id: string;
  readonly summary: string;
  readonly querystring: TSchema;
  readonly answer: TSchema;
  readonly read: (query: unknown) => Zone;
  readonly view: (zoned: ZonedTime) => object;
}

const TAGS = ['timeapi.io'];
const HIDDEN = { hide: true };
/** The original's paths have any case; these are the ones that programs in public repositories use. */
const PATHS = {
  currentZone: ['/api/time/current/zone', '/api/Time/current/zone'],
  currentIp: ['/api/time/current/ip', '/api/Time/current/ip'],
  zone: ['/api/timezone/zone', '/api/TimeZone/zone', '/api/timeZone/zone', '/api/Timezone/zone'],
  zoneIp: ['/api/timezone/ip', '/api/TimeZone/ip', '/api/timeZone/ip', '/api/Timezone/ip'],
  ids: [
    '/api/timezone/availabletimezones',
    '/api/TimeZone/AvailableTimeZones',
    '/api/timezone/AvailableTimeZones',
  ],
  conversion: ['/api/conversion/converttimezone', '/api/Conversion/ConvertTimeZone'],
} as const;

/** The texts for refused members of a body. */
const FAULTS: Readonly<Record<string, string>> = {
  '/fromTimeZone': 'Invalid Timezone',
  '/dateTime': 'Invalid DateTime',
  '/toTimeZone': 'Invalid Timezone',
};

/** A refused request: its answer is the text alone, in JSON. */
class Refusal extends Error {
  readonly status: 400 | 404;

  constructor(message: string, status: 400 | 404 = 400) {
    super(message);
    this.status = status;
  }
}

/**
 * The paths of timeapi.io that its public clients use, for programs that change the host and nothing else:
 * shapes and errors are the original's, and unknown parameters are ignored.
 */
export async function timeApiRoutes(
  app: FastifyInstance,
  { clock, findZone }: TimeApiRouteOptions,
): Promise<void> {
  acceptJson(app);
  const time = { answer: TimeApiTime, view: timeApiTime };
  const zone = { answer: TimeApiZone, view: timeApiZone };
  const byId = {
    querystring: TimeApiZoneQuery,
    read: (query: unknown) => zoneOf(parameter(query, 'timezone', 'Invalid Timezone')),
  };
  const gets: Get[] = [
    {
      paths: PATHS.currentZone,
      id: 'getTimeApiTime',
      summary: 'The time in a zone',
      ...time,
      ...byId,
    },
    { paths: PATHS.zone, id: 'getTimeApiZone', summary: 'A zone and its DST', ...zone, ...byId },
  ];
  // Without a database of addresses, a path that only ever failed would be worse than none.
  if (findZone !== null) {
    const byAddress = {
      querystring: TimeApiAddressQuery,
      read: (query: unknown) =>
        zoneOfAddress(parameter(query, 'ipaddress', 'Invalid IP Address'), findZone),
    };
    gets.push(
      {
        paths: PATHS.currentIp,
        id: 'getTimeApiTimeOfAddress',
        summary: 'The time at an address',
        ...time,
        ...byAddress,
      },
      {
        paths: PATHS.zoneIp,
        id: 'getTimeApiZoneOfAddress',
        summary: 'The zone of an address and its DST',
        ...zone,
        ...byAddress,
      },
    );
  }
  for (const { paths, id, summary, querystring, read, answer, view } of gets) {
    for (const [index, path] of paths.entries()) {
      const schema = {
        ...(index === 0 ? { operationId: id, summary, tags: TAGS } : HIDDEN),
        querystring,
        response: { 200: answer, 400: TimeApiError, 404: TimeApiError },
      };
      // The query is read by hand, for a refusal in the original's words.
      app.get(path, { schema, attachValidation: true }, (request, reply) =>
        answerOrRefuse(reply, () =>
          view(zonedTime(utcNow(clock.read()).nowNs, read(request.query))),
        ),
      );
    }
  }
  for (const [index, path] of PATHS.ids.entries()) {
    const described = { operationId: 'listTimeApiZones', summary: 'All zone ids', tags: TAGS };
    const schema = { ...(index === 0 ? described : HIDDEN), response: { 200: WorldTimeIds } };
    app.get(path, { schema }, (_request, reply) => reply.send(listZones().map(({ id }) => id)));
  }
  for (const [index, path] of PATHS.conversion.entries()) {
    const summary = 'A wall time in another zone';
    const schema = {
      ...(index === 0 ? { operationId: 'convertTimeApiTime', summary, tags: TAGS } : HIDDEN),
      body: TimeApiConversionRequest,
      response: { 200: TimeApiConversion, 400: TimeApiError, 404: TimeApiError },
    };
    app.post(path, { schema, attachValidation: true }, (request, reply) =>
      answerOrRefuse(reply, () => {
        const [fault] = request.validationError?.validation ?? [];
        if (fault !== undefined) throw new Refusal(FAULTS[fault.instancePath] ?? 'Invalid request');
        return conversion(request.body as TimeApiConversionRequest);
      }),
    );
  }
}

function answerOrRefuse(reply: FastifyReply, answer: () => object): FastifyReply {
  try {
    return reply.send(answer());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Fastify sends a text as it is: here it is JSON.
    reply.code(error.status).type('application/json; charset=utf-8');
    return reply.send(JSON.stringify(error.message));
  }
}

/** A parameter by its name in any case. */
function parameter(query: unknown, name: string, fault: string): string {
  const entries = Object.entries(query as Readonly<Record<string, unknown>>);
  const value = entries.find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value !== 'string') throw new Refusal(fault);
  return value;
}

function zoneOf(id: string): Zone {
  try {
    return findZoneById(id);
  } catch (error) {
    if (error instanceof UnknownZoneError) throw new Refusal('Invalid Timezone', 404);
    throw error;
  }
}

function zoneOfAddress(address: string, findZone: FindZone): Zone {
  if (isIP(address) === 0) throw new Refusal('Invalid IP Address');
  const id = findZone(address);
  if (id === null) throw new Refusal('Unknown IP Address', 404);
  return zoneOf(id);
}

function conversion(request: TimeApiConversionRequest): TimeApiConversion {
  const { fromTimeZone, dateTime, toTimeZone, dstAmbiguity } = request;
  const [from, to] = [zoneOf(fromTimeZone), zoneOf(toTimeZone)];
  const wall = Temporal.PlainDateTime.from(dateTime);
  const resolved = resolveWallTime(wall, from);
  const takesLater = dstAmbiguity === 'later' || resolved.kind === 'skipped';
  const { epochNs }: ZonedTime = takesLater ? resolved.later : resolved.earlier;
  return {
    fromTimezone: from.id,
    fromDateTime: wall.toString(),
    toTimeZone: to.id,
    conversionResult: timeApiTime(zonedTime(epochNs, to)),
  };
}
