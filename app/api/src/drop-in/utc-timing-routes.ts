import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { textHeaders } from '../http/send-text.ts';
import { epochMs } from '../zones/instant.ts';

export interface UtcTimingRouteOptions {
  readonly clock: ServerClock;
}

const schema = {
  tags: ['DASH UTCTiming'],
  response: {
    200: {
      content: {
        'text/plain': {
          schema: Type.String({
            description: 'UTC as xs:dateTime, in ms, rounded down.',
            examples: ['2026-11-23T05:07:02.879Z'],
          }),
        },
      },
    },
  },
};

const HEADERS = textHeaders({
  'content-type': 'text/plain; charset=utf-8',
  'access-control-expose-headers': 'Date',
});

/** The schemes urn:mpeg:dash:utc:http-{iso,xsdate,head}:2014 of ISO/IEC 23009-1, §5.8.4.11. */
const SCHEMES = ['iso', 'xsdate', 'head'];

function describe(scheme: string) {
  const summary = `UTC for urn:mpeg:dash:utc:http-${scheme}:2014`;
  return { operationId: `utcTiming_${scheme}`, summary, ...schema };
}

/**
 * `GET /api/utctiming/…`: UTC for players of DASH streams, which append their own parameters. Each
 * answer gets a fresh `Date` header: Node's own is up to a second old.
 */
export async function utcTimingRoutes(
  app: FastifyInstance,
  { clock }: UtcTimingRouteOptions,
): Promise<void> {
  for (const scheme of SCHEMES) {
    app.get(`/api/utctiming/${scheme}`, { schema: describe(scheme) }, (_request, reply) => {
      const now = new Date(epochMs(utcNow(clock.read()).nowNs));
      reply.sendText([...HEADERS, 'date', now.toUTCString()], now.toISOString());
    });
  }
}
