import { Problem, TimezonesAnswer, TimezonesQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type CacheableContent, cacheable, sendCacheable } from '../http/send-cacheable.ts';
import { searchZones } from '../zones/search-zones.ts';
import { type TzDatabase, tzDatabase } from '../zones/tz-database.ts';
import { listZones } from '../zones/zone-list.ts';

const schema = {
  operationId: 'listTimezones',
  summary: 'Zones, found by id, city or country',
  tags: ['zones'],
  querystring: TimezonesQuery,
  response: { 200: TimezonesAnswer, '4xx': Problem },
};
const JSON_TYPE = 'application/json; charset=utf-8';
const DEFAULT_LIMIT = 1000;

/** `GET /api/v1/timezones`: every zone and link, or those that match, page by page. */
export const timezonesRoute: FastifyPluginAsyncTypebox = async (app) => {
  const whole = new WeakMap<TzDatabase, CacheableContent>();
  app.get('/api/v1/timezones', { schema }, (request, reply) => {
    if (!isWhole(request.query)) {
      sendCacheable(request, reply, preparePage(request.query));
      return;
    }
    const database = tzDatabase();
    const page = whole.get(database) ?? preparePage({});
    whole.set(database, page);
    sendCacheable(request, reply, page);
  });
};

/** Whether a query asks for all there is: its answer is large, and kept. */
function isWhole({ q, limit, cursor }: TimezonesQuery): boolean {
  const all = listZones().length;
  return q === undefined && cursor === undefined && Number(limit ?? DEFAULT_LIMIT) >= all;
}

function preparePage(query: TimezonesQuery): CacheableContent {
  return cacheable(JSON_TYPE, Buffer.from(JSON.stringify(listPage(query))));
}

function listPage({ q, limit, cursor }: TimezonesQuery): TimezonesAnswer {
  const found = q === undefined ? listZones() : searchZones(q);
  const rest = cursor === undefined ? found : found.filter(({ id }) => id > cursor);
  const timezones = rest.slice(0, limit === undefined ? DEFAULT_LIMIT : Number(limit));
  return {
    timezones,
    next: timezones.length < rest.length ? (timezones.at(-1)?.id ?? null) : null,
    tzdb: tzDatabase().version,
  };
}
