import type { FastifyInstance } from 'fastify';

const HEADERS = {
  // Headers that change nothing here, or only add to a trace.
  'access-control-allow-headers': [
    'accept-language',
    'baggage',
    'cache-control',
    'content-type',
    'pragma',
    'traceparent',
    'tracestate',
    'x-requested-with',
  ].join(', '),
  'access-control-allow-methods': 'GET, HEAD, POST',
  // A day: what is allowed doesn't change between releases.
  'access-control-max-age': '86400',
};

/**
 * Answers the CORS preflight on every path below /api. A page of another origin sends one as soon as a
 * header such as `traceparent` is added to its requests. Unknown paths too: a page can read the 404 of its
 * request, but can't tell a refused preflight from a broken connection.
 */
export function answerPreflights(app: FastifyInstance): void {
  app.options('/api/*', { schema: { hide: true } }, (_request, reply) => {
    reply.code(204).headers(HEADERS).send();
  });
}
