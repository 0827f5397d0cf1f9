import {
  TimeApiConversion,
  TimeApiConversionRequest,
  TimeApiError,
  TimeApiTime,
  TimeApiZone,
  TimeApiZoneQuery,
  WorldTimeIds,
} from '@dataiku-assessment/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { acceptJson } from '../http/accept-json.ts';
import { resolveWallTime } from '../zones/resolve-wall-time.ts';
import { findZone, UnknownZoneError, type ZonedTime, zonedTime } from '../zones/zone.ts';
import { listZones } from '../zones/zone-list.ts';
import { timeApiTime, timeApiZone } from './time-api-view.ts';

export interface TimeApiRouteOptions {
  readonly clock: ServerClock;
}

const TAGS = ['timeapi.io'];
const HIDDEN = { hide: true };
/** The original's paths have any case; these are the ones that programs in public repositories use. */
const PATHS = {
  currentZone: ['/api/time/current/zone', '/api/Time/current/zone'],
  zone: ['/api/timezone/zone', '/api/TimeZone/zone', '/api/timeZone/zone', '/api/Timezone/zone'],
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
  { clock }: TimeApiRouteOptions,
): Promise<void> {
  acceptJson(app);
  const now = (request: FastifyRequest) =>
    zonedTime(utcNow(clock.read()).nowNs, zoneOf(parameter(request.query, 'timezone')));
  const gets = [
    [PATHS.currentZone, 'getTimeApiTime', 'The time in a zone', TimeApiTime, timeApiTime],
    [PATHS.zone, 'getTimeApiZone', 'A zone, its offset and its DST', TimeApiZone, timeApiZone],
  ] as const;
  for (const [paths, operationId, summary, answer, view] of gets) {
    for (const [index, path] of paths.entries()) {
      const schema = {
        ...(index === 0 ? { operationId, summary, tags: TAGS } : HIDDEN),
        querystring: TimeApiZoneQuery,
        response: { 200: answer, 400: TimeApiError, 404: TimeApiError },
      };
      // The query is read by hand, for a refusal in the original's words.
      app.get(path, { schema, attachValidation: true }, (request, reply) =>
        answerOr400(reply, () => view(now(request))),
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
      answerOr400(reply, () => {
        const [fault] = request.validationError?.validation ?? [];
        if (fault !== undefined) throw new Refusal(FAULTS[fault.instancePath] ?? 'Invalid request');
        return conversion(request.body as TimeApiConversionRequest);
      }),
    );
  }
}

function answerOr400(reply: FastifyReply, answer: () => object): FastifyReply {
  try {
    return reply.send(answer());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A text would be sent as it is.
    reply.code(error.status).type('application/json; charset=utf-8');
    return reply.serializer(JSON.stringify).send(error.message as unknown as object);
  }
}

/** A parameter by its name in any case. */
function parameter(query: unknown, name: string): string {
  const entries = Object.entries(query as Readonly<Record<string, unknown>>);
  const value = entries.find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value !== 'string') throw new Refusal('Invalid Timezone');
  return value;
}

function zoneOf(id: string) {
  try {
    return findZone(id);
  } catch (error) {
    if (error instanceof UnknownZoneError) throw new Refusal('Invalid Timezone', 404);
    throw error;
  }
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
