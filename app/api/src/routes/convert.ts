import {
  ConvertAnswer,
  ConvertAnswers,
  ConvertQuery,
  ConvertRequest,
  Problem,
} from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { acceptJson } from '../http/accept-json.ts';
import { ProblemError, shorten } from '../http/problems.ts';
import { allowedBy } from '../http/query-faults.ts';
import { readParameter } from '../http/read-parameter.ts';
import { JSON_HEADERS } from '../http/send-text.ts';
import { formatAnyInstant } from '../zones/instant.ts';
import { afterLeapSecond, parseInstantOrWallTime } from '../zones/parse-instant.ts';
import { type ResolvedWallTime, resolveWallTime } from '../zones/resolve-wall-time.ts';
import { tzDatabase, type Zone } from '../zones/tz-database.ts';
import { findZone, type ZonedTime, zonedTime, zonedView } from '../zones/zone.ts';

const schemaOfMany = {
  operationId: 'convertTimes',
  summary: 'Several times in other zones',
  tags: ['zones'],
  body: ConvertRequest,
  response: { 200: ConvertAnswers, '4xx': Problem },
};

const schema = {
  operationId: 'convertTime',
  summary: 'A wall time or an instant in other zones',
  tags: ['zones'],
  querystring: ConvertQuery,
  response: { 200: ConvertAnswer, '4xx': Problem },
};

/**
 * `GET /api/v1/convert`: a wall time or an instant in other zones; `POST`: several of them. The answer
 * states every guess.
 */
export const convertRoute: FastifyPluginAsyncTypebox = async (app) => {
  acceptJson(app);
  app.get('/api/v1/convert', { schema }, (request, reply) => {
    const { to, ...query } = request.query;
    const answer = convert({ ...query, parameter: 'at' }, readZones(to.split(',')));
    reply.sendText(JSON_HEADERS, JSON.stringify(answer));
  });
  app.post('/api/v1/convert', { schema: schemaOfMany }, (request, reply) => {
    const { at: times, to, ...query } = request.body;
    const zones = readZones(to);
    reply.send({
      answers: times.map((at, index) => convert({ ...query, at, parameter: `at/${index}` }, zones)),
    });
  });
};

/** A time to convert, and the name that a refusal of it has. */
interface Conversion extends Pick<ConvertQuery, 'at' | 'from' | 'disambiguation'> {
  readonly parameter: string;
}

function convert(conversion: Conversion, to: readonly Zone[]): ConvertAnswer {
  const { kind, zoned, alternatives, epochUnit, isLeapSecond } = findInstant(conversion);
  const { epochNs } = zoned;
  return {
    instant: instantText(zoned),
    epochNs: String(epochNs),
    ...(epochUnit === undefined ? {} : { epochUnit }),
    leapSecond: isLeapSecond,
    kind,
    disambiguation: conversion.disambiguation ?? 'compatible',
    from: conversion.from === undefined ? null : zonedView(zoned),
    alternatives,
    to: to.map((zone) => zonedView(zonedTime(epochNs, zone))),
    tzdb: tzDatabase().version,
  };
}

type Found = Pick<ConvertAnswer, 'kind' | 'alternatives' | 'epochUnit'> & {
  readonly zoned: ZonedTime;
  readonly isLeapSecond: boolean;
};

function findInstant(conversion: Conversion): Found {
  const { at, parameter, from, disambiguation = 'compatible' } = conversion;
  const time = readParameter(parameter, ConvertQuery, () => parseInstantOrWallTime(at));
  if (time.kind === 'instant') {
    const zoned = zonedTime(time.epochNs, readZone('from', from ?? 'UTC'));
    return { ...time, zoned, alternatives: [] };
  }
  if (from === undefined) {
    const detail = 'A wall time needs `from`, the zone that it belongs to.';
    const allowed = allowedBy(ConvertQuery, 'from');
    // Not 400: no schema of single parameters can say when one is needed.
    throw new ProblemError('missing-parameter', {
      status: 409,
      parameter: 'from',
      detail,
      allowed,
    });
  }
  const { isLeapSecond } = time;
  const beforeLeap = resolveWallTime(time.wall, readZone('from', from));
  const resolved = isLeapSecond
    ? readParameter(parameter, ConvertQuery, () => nextSecond(beforeLeap, at))
    : beforeLeap;
  if (disambiguation === 'reject') refuseAmbiguous(resolved, conversion);
  const takesLater =
    disambiguation === 'later' || (disambiguation === 'compatible' && resolved.kind === 'skipped');
  return {
    kind: resolved.kind,
    zoned: takesLater ? resolved.later : resolved.earlier,
    alternatives: resolved.kind === 'unique' ? [] : listAlternatives(resolved),
    isLeapSecond,
  };
}

function nextSecond({ kind, earlier, later }: ResolvedWallTime, at: string): ResolvedWallTime {
  const next = ({ epochNs, zone }: ZonedTime) => zonedTime(afterLeapSecond(epochNs, at), zone);
  return { kind, earlier: next(earlier), later: next(later) };
}

function listAlternatives(resolved: ResolvedWallTime): ConvertAnswer['alternatives'] {
  return (['earlier', 'later'] as const).map((disambiguation) => {
    const zoned = resolved[disambiguation];
    return { disambiguation, instant: instantText(zoned), from: zonedView(zoned) };
  });
}

function readZones(ids: readonly string[]): Zone[] {
  return ids.map((id) => readZone('to', id.trim()));
}

function readZone(parameter: 'from' | 'to', zoneId: string): Zone {
  return readParameter(parameter, ConvertQuery, () => findZone(zoneId));
}

function refuseAmbiguous(
  { kind, earlier, later }: ResolvedWallTime,
  { at, parameter }: Conversion,
): void {
  if (kind === 'unique') return;
  const code = kind === 'repeated' ? 'ambiguous-time' : 'nonexistent-time';
  throw new ProblemError(code, {
    parameter,
    got: shorten(at),
    allowed: `${instantText(earlier)} or ${instantText(later)}; or a disambiguation other than reject.`,
  });
}

function instantText({ epochNs }: ZonedTime): string {
  return formatAnyInstant(epochNs);
}
