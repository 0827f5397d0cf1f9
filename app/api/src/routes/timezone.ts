import { Problem, TimezoneAnswer, TimezoneQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { readParameter } from '../http/read-parameter.ts';
import { formatInstant } from '../zones/instant.ts';
import { localTimeType } from '../zones/local-time-type.ts';
import { inZone, TZDB_VERSION } from '../zones/zone.ts';
import { summarizeZone } from '../zones/zone-list.ts';
import { ZONE_TABLE } from '../zones/zone-table.ts';
import {
  nextTransition,
  previousTransition,
  transitionsOfYear,
  transitionView,
} from '../zones/zone-transitions.ts';

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
    const zoned = readParameter('id', TimezoneQuery, () => inZone(nowNs, id));
    reply.send({
      ...periodAt(zoned).view,
      at: formatInstant(nowNs),
      ...(year === undefined ? {} : { transitions: listTransitions(Number(year), zoned) }),
      tzdb: TZDB_VERSION,
      tzdbNames: ZONE_TABLE.version,
    });
  });
};

/** A zone from one of its transitions to the next: what an answer says of it stays the same. */
interface Period {
  readonly fromNs: bigint | number;
  readonly untilNs: bigint | number;
  readonly view: Omit<TimezoneAnswer, 'at' | 'transitions' | 'tzdb' | 'tzdbNames'>;
}

/** The last period that was asked for, by zone: to describe it anew takes a third of an answer. */
const periods = new Map<string, Period>();

function periodAt(zoned: Temporal.ZonedDateTime): Period {
  const { timeZoneId, epochNanoseconds: ns } = zoned;
  const known = periods.get(timeZoneId);
  if (known !== undefined && known.fromNs <= ns && ns < known.untilNs) return known;
  const previous = previousTransition(zoned);
  const next = nextTransition(zoned);
  const period: Period = {
    fromNs: previous?.epochNanoseconds ?? Number.NEGATIVE_INFINITY,
    untilNs: next?.epochNanoseconds ?? Number.POSITIVE_INFINITY,
    view: {
      ...summarizeZone(timeZoneId),
      current: localTimeType(zoned),
      previous: previous && transitionView(previous),
      next: next && transitionView(next),
    },
  };
  periods.set(timeZoneId, period);
  return period;
}

function listTransitions(year: number, { timeZoneId }: Temporal.ZonedDateTime) {
  return transitionsOfYear(year, timeZoneId).map(transitionView);
}
