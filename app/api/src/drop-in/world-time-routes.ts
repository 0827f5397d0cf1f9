import { isIP } from 'node:net';
import type { WorldTime } from '@dataiku-assessment/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { clientAddress } from '../http/client-address.ts';
import { tryInZone } from '../zones/zone.ts';
import { listZones } from '../zones/zone-list.ts';
import type { FindZone } from './address-zones.ts';
import {
  ADDRESS_SCHEMA,
  LIST_SCHEMA,
  OWN_ADDRESS_SCHEMA,
  ZONE_SCHEMAS,
} from './world-time-schemas.ts';
import { worldTimeText, worldTimeView } from './world-time-view.ts';

export interface WorldTimeRouteOptions {
  readonly clock: ServerClock;
  /** null without a database of addresses. */
  readonly findZone: FindZone | null;
}

const HIDDEN = { hide: true };
/** The original answers JSON with and without its suffix. */
const SUFFIXES = ['', '.json', '.txt'] as const;

/**
 * The paths of worldtimeapi.org, for programs that change the host and nothing else. They behave as
 * the original: errors are `{"error": …}`, unknown parameters are ignored, `.txt` asks for text. Those of
 * addresses exist only where there is a database of them.
 */
export async function worldTimeRoutes(
  app: FastifyInstance,
  { clock, findZone }: WorldTimeRouteOptions,
): Promise<void> {
  const now = () => utcNow(clock.read()).nowNs;

  for (const suffix of SUFFIXES) {
    const schema = suffix === '' ? LIST_SCHEMA : HIDDEN;
    app.get(`/api/timezone${suffix}`, { schema }, (_request, reply) => {
      sendIds(reply, '', suffix === '.txt');
    });
  }
  for (const { path, schema } of ZONE_SCHEMAS) {
    app.get<{ Params: Record<string, string> }>(path, { schema }, (request, reply) => {
      const { name, isText } = splitSuffix(Object.values(request.params).join('/'));
      const zoned = tryInZone(now(), name);
      if (zoned === null) sendIds(reply, `${name}/`, isText);
      else sendTime(reply, worldTimeView(zoned, clientAddress(request)), isText);
    });
  }

  // Without a database, a path that only ever failed would be worse than none.
  if (findZone === null) return;
  const sendForAddress = (reply: FastifyReply, address: string, isText: boolean) => {
    const found = zoneOfAddress(address, findZone);
    const zoned = typeof found === 'string' ? tryInZone(now(), found) : null;
    if (zoned !== null) sendTime(reply, worldTimeView(zoned, address), isText);
    else sendError(reply, typeof found === 'string' ? UNKNOWN : found, isText);
  };
  for (const suffix of SUFFIXES) {
    const schema = suffix === '' ? OWN_ADDRESS_SCHEMA : HIDDEN;
    app.get(`/api/ip${suffix}`, { schema }, (request, reply) => {
      sendForAddress(reply, clientAddress(request), suffix === '.txt');
    });
  }
  app.get<{ Params: { ip: string } }>(
    '/api/ip/:ip',
    // The name may have a suffix, and a refusal is in the original's words.
    { schema: ADDRESS_SCHEMA, attachValidation: true },
    (request, reply) => {
      const { name, isText } = splitSuffix(request.params.ip);
      sendForAddress(reply, name, isText);
    },
  );
}

interface Refusal {
  readonly status: number;
  readonly error: string;
}

const UNKNOWN: Refusal = { status: 404, error: 'unknown location' };

function zoneOfAddress(address: string, findZone: FindZone): string | Refusal {
  if (isIP(address) === 0) return { status: 400, error: 'malformed ip' };
  return findZone(address) ?? UNKNOWN;
}

function splitSuffix(path: string) {
  const [, name = '', suffix = ''] = /^(.*?)(\.json|\.txt)?$/s.exec(path) ?? [];
  return { name, isText: suffix === '.txt' };
}

function sendIds(reply: FastifyReply, prefix: string, isText = false): void {
  const wanted = prefix.toLowerCase();
  const ids = listZones().flatMap(({ id }) => (id.toLowerCase().startsWith(wanted) ? id : []));
  if (ids.length === 0) sendError(reply, UNKNOWN, isText);
  else send(reply, isText ? ids.join('\n') : ids);
}

function sendTime(reply: FastifyReply, view: WorldTime, isText: boolean): void {
  send(reply, isText ? worldTimeText(view) : view);
}

function sendError(reply: FastifyReply, { status, error }: Refusal, isText: boolean): void {
  reply.code(status);
  send(reply, isText ? error : { error });
}

function send(reply: FastifyReply, content: string | object): void {
  if (typeof content === 'string') reply.type('text/plain; charset=utf-8');
  reply.send(content);
}
