import {
  CONVERT_AT_ALLOWED,
  CONVERT_TO_ALLOWED,
  ConvertAnswer,
  ConvertQuery,
  Problem,
} from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ProblemError, shorten } from '../http/problems.ts';
import { formatAnyInstant } from '../zones/instant.ts';
import { parseMoment } from '../zones/parse-moment.ts';
import { type ResolvedWallTime, resolveWallTime } from '../zones/resolve-wall-time.ts';
import { inZone, TZDB_VERSION, zonedView } from '../zones/zone.ts';
import { ZONE_TABLE } from '../zones/zone-table.ts';

const schema = {
  operationId: 'convertTime',
  summary: 'A wall time or an instant in other zones',
  tags: ['zones'],
  querystring: ConvertQuery,
  response: { 200: ConvertAnswer, '4xx': Problem },
};

const MOST_ZONES = 20;

/** `GET /api/v1/convert`: a wall time or an instant in other zones; nothing is guessed silently. */
export const convertRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/api/v1/convert', { schema }, (request, reply) => {
    const { to, disambiguation = 'compatible' } = request.query;
    const { kind, zoned, alternatives } = findMoment({ ...request.query, disambiguation });
    const epochNs = zoned.epochNanoseconds;
    reply.send({
      instant: instantText(zoned),
      epochNs: String(epochNs),
      kind,
      disambiguation,
      from: request.query.from === undefined ? null : zonedView(zoned),
      alternatives,
      to: splitZones(to).map((zoneId) => zonedView(inZone(epochNs, zoneId, 'to'))),
      tzdb: TZDB_VERSION,
      tzdbNames: ZONE_TABLE.version,
    });
  });
};

type Found = Pick<ConvertAnswer, 'kind' | 'alternatives'> & {
  readonly zoned: Temporal.ZonedDateTime;
};

function findMoment({ at, from, disambiguation = 'compatible' }: ConvertQuery): Found {
  const moment = parseMoment(at);
  if (moment === null) throw refuseDate(at);
  if (moment.kind === 'instant') {
    const zoned = inZone(moment.epochNs, from ?? 'UTC', 'from');
    return { kind: 'instant', zoned, alternatives: [] };
  }
  if (from === undefined) {
    const detail = 'A wall time needs from, the zone whose clocks show it.';
    throw new ProblemError('missing-parameter', { parameter: 'from', detail });
  }
  const { timeZoneId } = inZone(0n, from, 'from');
  const resolved = resolveWallTime(moment.wall, timeZoneId);
  if (disambiguation === 'reject') refuseAmbiguous(resolved, at);
  const takesLater =
    disambiguation === 'later' || (disambiguation === 'compatible' && resolved.kind === 'skipped');
  return {
    kind: resolved.kind,
    zoned: takesLater ? resolved.later : resolved.earlier,
    alternatives: resolved.kind === 'unique' ? [] : listAlternatives(resolved),
  };
}

function listAlternatives(resolved: ResolvedWallTime): ConvertAnswer['alternatives'] {
  return (['earlier', 'later'] as const).map((disambiguation) => {
    const zoned = resolved[disambiguation];
    return { disambiguation, instant: instantText(zoned), from: zonedView(zoned) };
  });
}

function splitZones(list: string): string[] {
  const zoneIds = list.split(',');
  if (zoneIds.length <= MOST_ZONES) return zoneIds;
  throw new ProblemError('invalid-parameter', {
    parameter: 'to',
    detail: `to names ${zoneIds.length} zones.`,
    got: shorten(list),
    allowed: CONVERT_TO_ALLOWED,
  });
}

function refuseDate(at: string): ProblemError {
  return new ProblemError('invalid-parameter', {
    parameter: 'at',
    detail: 'at is no date of the calendar.',
    got: shorten(at),
    allowed: CONVERT_AT_ALLOWED,
  });
}

function refuseAmbiguous({ kind, earlier, later }: ResolvedWallTime, at: string): void {
  if (kind === 'unique') return;
  const code = kind === 'repeated' ? 'ambiguous-time' : 'nonexistent-time';
  throw new ProblemError(code, {
    parameter: 'at',
    got: shorten(at),
    allowed: `${instantText(earlier)} or ${instantText(later)}, or another disambiguation than reject.`,
  });
}

function instantText(zoned: Temporal.ZonedDateTime): string {
  return formatAnyInstant(zoned.epochNanoseconds);
}
