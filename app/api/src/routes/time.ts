import { Problem, TimeAnswer, TimeQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { prefersPlainText } from '../http/accept.ts';
import { readParameter } from '../http/read-parameter.ts';
import { textHeaders } from '../http/send-text.ts';
import { formatInstant } from '../zones/instant.ts';
import { tzDatabase } from '../zones/tz-database.ts';
import { findZone, zonedLine, zonedTime } from '../zones/zone.ts';
import { timeJson } from './answer-json.ts';

export interface TimeRouteOptions {
  readonly clock: ServerClock;
  /** The name of this process. */
  readonly instance: string;
}

const schema = {
  operationId: 'getTime',
  summary: 'The time now, with its bound',
  tags: ['time'],
  querystring: TimeQuery,
  response: {
    200: {
      content: {
        'application/json': { schema: TimeAnswer },
        'text/plain': { schema: Type.String({ description: '`now` as one line of RFC 3339.' }) },
      },
    },
    '4xx': Problem,
  },
};

const JSON_HEADERS = textHeaders({
  'content-type': 'application/json; charset=utf-8',
  vary: 'Accept',
});
const PLAIN_HEADERS = textHeaders({ 'content-type': 'text/plain; charset=utf-8', vary: 'Accept' });

/** `GET /api/v1/time`: the time now, the interval that holds UTC, and the state of the clock. */
export const timeRoute: FastifyPluginAsyncTypebox<TimeRouteOptions> = async (
  app,
  { clock, instance },
) => {
  const rest = readyRest(instance);
  app.get('/api/v1/time', { schema }, (request, reply) => {
    const serverTime = clock.read();
    const utc = utcNow(serverTime);
    const zoneId = request.query.timezone;
    const zone =
      zoneId === undefined ? null : readParameter('timezone', TimeQuery, () => findZone(zoneId));
    if (prefersPlainText(request.headers.accept)) {
      const { nowNs } = utc;
      const line = zone === null ? formatInstant(nowNs) : zonedLine(zonedTime(nowNs, zone));
      reply.sendText(PLAIN_HEADERS, `${line}\n`);
      return;
    }
    reply.sendText(JSON_HEADERS, timeJson(utc, serverTime.clockJson, rest(), zone));
  });
};

/** The JSON of what stays the same from answer to answer, made anew when the tz database changes. */
function readyRest(instance: string): () => string {
  let [madeFor, json] = ['', ''];
  return () => {
    const { version: tzdb } = tzDatabase();
    if (tzdb !== madeFor) [madeFor, json] = [tzdb, JSON.stringify({ tzdb, instance })];
    return json;
  };
}
