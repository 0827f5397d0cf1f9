import { Problem, TimeAnswer, TimeQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { ServerClock, ServerTime } from '../clock/server-clock.ts';
import { type UtcNow, utcNow } from '../clock/utc-now.ts';
import { wireInterval } from '../clock/wire-interval.ts';
import { prefersPlainText } from '../http/accept.ts';
import { readParameter } from '../http/read-parameter.ts';
import { epochMs, formatInstant } from '../zones/instant.ts';
import { tzDatabase } from '../zones/tz-database.ts';
import { inZone, zonedLine, zonedView } from '../zones/zone.ts';

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

/** `GET /api/v1/time`: the time now, the interval that holds UTC, and the state of the clock. */
export const timeRoute: FastifyPluginAsyncTypebox<TimeRouteOptions> = async (
  app,
  { clock, instance },
) => {
  app.get('/api/v1/time', { schema }, (request, reply) => {
    const serverTime = clock.read();
    const utc = utcNow(serverTime);
    const zoneId = request.query.timezone;
    const zoned =
      zoneId === undefined
        ? null
        : readParameter('timezone', TimeQuery, () => inZone(utc.nowNs, zoneId));
    reply.header('vary', 'Accept');
    if (prefersPlainText(request.headers.accept)) {
      const line = zoned === null ? formatInstant(utc.nowNs) : zonedLine(zoned);
      reply.type('text/plain; charset=utf-8').send(`${line}\n`);
      return;
    }
    const answer = timeAnswer(utc, serverTime, instance);
    reply.send(zoned === null ? answer : { ...answer, zone: zonedView(zoned) });
  });
};

function timeAnswer(utc: UtcNow, { clock }: ServerTime, instance: string): TimeAnswer {
  return {
    now: formatInstant(utc.nowNs),
    epochNs: String(utc.nowNs),
    epochMs: epochMs(utc.nowNs),
    interval: wireInterval(utc),
    clock,
    tzdb: tzDatabase().version,
    instance,
  };
}
