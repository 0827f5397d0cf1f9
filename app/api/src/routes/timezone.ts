import { Problem, TimezoneAnswer, TimezoneQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { readParameter } from '../http/read-parameter.ts';
import { epochSeconds, formatInstant } from '../zones/instant.ts';
import { tzDatabase } from '../zones/tz-database.ts';
import { inZone, localTimeType } from '../zones/zone.ts';
import { summarizeZone } from '../zones/zone-list.ts';
import { localTypeAtStart, transitionsOfYear, transitionView } from '../zones/zone-transitions.ts';

export interface TimezoneRouteOptions {
  readonly clock: ServerClock;
}

const schema = {
  operationId: 'getTimezone',
  summary: 'A zone, its offset now, and its transitions',
  tags: ['zones'],
  querystring: TimezoneQuery,
  response: { 200: TimezoneAnswer, '4xx': Problem },
};

/** `GET /api/v1/timezone`: one zone, its local time type now, and its transitions. */
export const timezoneRoute: FastifyPluginAsyncTypebox<TimezoneRouteOptions> = async (
  app,
  { clock },
) => {
  app.get('/api/v1/timezone', { schema }, (request, reply) => {
    const { id, year } = request.query;
    const { nowNs } = utcNow(clock.read());
    const { zone, type } = readParameter('id', TimezoneQuery, () => inZone(nowNs, id));
    const nowSeconds = epochSeconds(nowNs);
    const previous = zone.rules.previous(nowSeconds);
    const next = zone.rules.next(nowSeconds);
    reply.send({
      ...summarizeZone(zone.id),
      at: formatInstant(nowNs),
      current: localTimeType(type),
      previous: previous && transitionView(previous),
      next: next && transitionView(next),
      posixTz: zone.rules.posixTz(nowSeconds),
      ...(year === undefined
        ? {}
        : {
            startOfYear: localTimeType(localTypeAtStart(Number(year), zone)),
            transitions: transitionsOfYear(Number(year), zone).map(transitionView),
          }),
      tzdb: tzDatabase().version,
    });
  });
};
