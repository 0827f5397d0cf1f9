import { API_HEADERS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import type { FastifyInstance } from 'fastify';
import type { Lifecycle } from '../lifecycle.ts';

const API_ANSWER_HEADERS = { ...SECURITY_HEADERS, ...API_HEADERS };

/** The headers that every answer to this URL carries, made once. */
export function responseHeaders(url: string): Readonly<Record<string, string>> {
  return url.startsWith('/api/') ? API_ANSWER_HEADERS : SECURITY_HEADERS;
}

/** Sets those headers on every answer of `app`; while draining, also asks clients to go elsewhere. */
export function setResponseHeaders(app: FastifyInstance, lifecycle: Lifecycle): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(responseHeaders(request.url));
    if (lifecycle.phase === 'draining') reply.header('connection', 'close');
    done();
  });
}
