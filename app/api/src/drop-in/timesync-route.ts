import { TimesyncAnswer, TimesyncError, TimesyncRequest } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { acceptJson } from '../http/accept-json.ts';

export interface TimesyncRouteOptions {
  readonly clock: ServerClock;
}

const schema = {
  operationId: 'timesync',
  summary: 'The time, for the npm package timesync',
  tags: ['timesync'],
  body: TimesyncRequest,
  response: { 200: TimesyncAnswer, 400: TimesyncError },
};

const NS_PER_US = 1000n;
const US_PER_MS = 1000;

/** `POST /api/timesync`: the protocol of the npm package `timesync`, JSON-RPC 2.0. */
export const timesyncRoute: FastifyPluginAsyncTypebox<TimesyncRouteOptions> = async (
  app,
  { clock },
) => {
  acceptJson(app);
  app.post('/api/timesync', { schema, attachValidation: true }, (request, reply) => {
    if (request.validationError !== undefined) {
      const error = { code: -32600, message: 'Invalid Request' };
      reply.code(400).send({ jsonrpc: '2.0', id: null, error });
      return;
    }
    const epochUs = utcNow(clock.read()).nowNs / NS_PER_US;
    reply.send({ jsonrpc: '2.0', id: request.body.id, result: Number(epochUs) / US_PER_MS });
  });
};
