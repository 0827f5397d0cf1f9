import { Problem, SyncAnswer, SyncQuery } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ServerClock } from '../clock/server-clock.ts';
import { JSON_HEADERS } from '../http/send-text.ts';
import { syncJson } from './answer-json.ts';

export interface SyncRouteOptions {
  readonly clock: ServerClock;
}

const schema = {
  operationId: 'exchange',
  summary: 'One exchange for clock synchronisation',
  tags: ['time'],
  querystring: SyncQuery,
  response: { 200: SyncAnswer, '4xx': Problem },
};

/**
 * `GET /api/v1/sync`: one exchange for clock synchronisation. The stamps lie inside the exchange:
 * received late and sent early, which only widens the client's interval.
 */
export const syncRoute: FastifyPluginAsyncTypebox<SyncRouteOptions> = async (app, { clock }) => {
  app.get('/api/v1/sync', { schema }, (request, reply) => {
    const receivedNs = clock.hostNowNs();
    // Read last: the offset has grown to its widest, which covers the whole exchange.
    reply.sendText(JSON_HEADERS, syncJson(request.query.nonce, receivedNs, clock.read()));
  });
};
