import type { FastifyInstance } from 'fastify';

/** Headers that change nothing here, or only add to a trace. */
const ALLOWED_HEADERS = [
  'accept-language',
  'baggage',
  'cache-control',
  'content-type',
  'pragma',
  'traceparent',
  'tracestate',
  'x-requested-with',
].join(', ');

/** A day: what is allowed doesn't change between releases. */
const MAX_AGE_SECONDS = '86400';

/**
 * Answers the CORS preflight on every path below /api that is registered from now on. A page of
 * another origin sends one as soon as a header such as `traceparent` is added to its requests.
 */
export function answerPreflights(app: FastifyInstance): void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', function addPreflight({ url, method }) {
    if (!url.startsWith('/api/') || method === 'OPTIONS') return;
    const known = methodsOf.get(url);
    const methods = known ?? new Set<string>();
    for (const one of [method].flat()) methods.add(one);
    if (known !== undefined) return;
    methodsOf.set(url, methods);
    this.options(url, { schema: { hide: true } }, (_request, reply) => {
      const headers = {
        'access-control-allow-headers': ALLOWED_HEADERS,
        'access-control-allow-methods': [...methods].join(', '),
        'access-control-max-age': MAX_AGE_SECONDS,
      };
      reply.code(204).headers(headers).send();
    });
  });
}
