import { Problem, TimezoneAnswer, TimezoneQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { readParameter } from '../http/read-parameter.ts';
import { JSON_HEADERS } from '../http/send-text.ts';
import { epochSeconds, formatInstant } from '../zones/instant.ts';
import { tzDatabase, type Zone } from '../zones/tz-database.ts';
import { findZone, localTimeType } from '../zones/zone.ts';
import { summarizeZone } from '../zones/zone-list.ts';
import { localTypeAtStart, transitionsOfYear, transitionView } from '../zones/zone-transitions.ts';
import { SecondTexts } from './second-texts.ts';

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
  const texts = new SecondTexts<Zone>();
  app.get('/api/v1/timezone', { schema }, (request, reply) => {
    const { id, year } = request.query;
    const zone = readParameter('id', TimezoneQuery, () => findZone(id));
    const { nowNs } = utcNow(clock.read());
    const json = (answer: TimezoneAnswer) => JSON.stringify(answer);
    if (year === undefined) {
      const text = texts.at(zone, nowNs, (atNs) => json(answerAt(atNs, zone)));
      reply.sendText(JSON_HEADERS, text);
      return;
    }
    const startOfYear = localTimeType(localTypeAtStart(Number(year), zone));
    const transitions = transitionsOfYear(Number(year), zone).map(transitionView);
    reply.sendText(JSON_HEADERS, json({ ...answerAt(nowNs, zone), startOfYear, transitions }));
  });
};

function answerAt(epochNs: bigint, zone: Zone): TimezoneAnswer {
  const seconds = epochSeconds(epochNs);
  const previous = zone.rules.previous(seconds);
  const next = zone.rules.next(seconds);
  return {
    ...summarizeZone(zone.id),
    at: formatInstant(epochNs),
    current: localTimeType(zone.rules.typeAt(seconds)),
    previous: previous && transitionView(previous),
    next: next && transitionView(next),
    posixTz: zone.rules.posixTz(seconds),
    tzdb: tzDatabase().version,
  };
}
