import {
  Problem,
  TimezonesAnswer,
  TimezonesQuery,
  type ZoneSummary,
} from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type CacheableContent, cacheable, sendCacheable } from '../http/send-cacheable.ts';
import { searchZones } from '../zones/search-zones.ts';
import { type TzDatabase, tzDatabase } from '../zones/tz-database.ts';
import { listZones } from '../zones/zone-list.ts';
import { zonesByAbbreviation } from '../zones/zones-by-abbreviation.ts';

const schema = {
  operationId: 'listTimezones',
  summary: 'Zones, found by id, city, country or abbreviation',
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
function isWhole({ limit, ...filters }: TimezonesQuery): boolean {
  const all = listZones().length;
  return Object.keys(filters).length === 0 && Number(limit ?? DEFAULT_LIMIT) >= all;
}

function findZones({ q, country, abbreviation }: TimezonesQuery): readonly ZoneSummary[] {
  const found = q === undefined ? listZones() : searchZones(q);
  const users =
    abbreviation === undefined
      ? null
      : new Set(zonesByAbbreviation(abbreviation.replace(' ', '+')));
  const code = country?.toUpperCase();
  return found.filter(
    (zone) =>
      (code === undefined || zone.country?.code === code) &&
      (users === null || users.has(zone.linksTo ?? zone.id)),
  );
}

function preparePage(query: TimezonesQuery): CacheableContent {
  return cacheable(JSON_TYPE, Buffer.from(JSON.stringify(listPage(query))));
}

function listPage({ limit, cursor, ...filters }: TimezonesQuery): TimezonesAnswer {
  const found = findZones(filters);
  // An unescaped plus arrives as a space, which no id has.
  const after = cursor?.replaceAll(' ', '+');
  const rest = after === undefined ? found : found.filter(({ id }) => id > after);
  const timezones = rest.slice(0, limit === undefined ? DEFAULT_LIMIT : Number(limit));
  return {
    timezones,
    next: timezones.length < rest.length ? (timezones.at(-1)?.id ?? null) : null,
    tzdb: tzDatabase().version,
  };
}
