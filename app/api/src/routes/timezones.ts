import { Problem, TimezonesAnswer, TimezonesQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { cacheable, sendCacheable } from '../http/send-cacheable.ts';
import { searchZones } from '../time/search-zones.ts';
import { TZDB_VERSION } from '../time/zone.ts';
import { listZones } from '../time/zone-list.ts';
import { ZONE_TABLE } from '../time/zone-table.ts';

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
  app.get('/api/v1/timezones', { schema }, (request, reply) => {
    const content = Buffer.from(JSON.stringify(listPage(request.query)));
    sendCacheable(request, reply, cacheable(JSON_TYPE, content));
  });
};

function listPage({ q, limit, cursor }: TimezonesQuery): TimezonesAnswer {
  const found = q === undefined ? listZones() : searchZones(listZones(), q);
  const rest = cursor === undefined ? found : found.filter(({ id }) => id > cursor);
  const timezones = rest.slice(0, limit === undefined ? DEFAULT_LIMIT : Number(limit));
  return {
    timezones,
    next: timezones.length < rest.length ? (timezones.at(-1)?.id ?? null) : null,
    tzdb: TZDB_VERSION,
    tzdbNames: ZONE_TABLE.version,
  };
}
