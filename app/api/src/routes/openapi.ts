import type { FastifyPluginAsync } from 'fastify';
import type { DescribedRoute } from '../http/openapi/described-routes.ts';
import { openApiDocument } from '../http/openapi/openapi-document.ts';
import { cacheable, sendCacheable } from '../http/send-cacheable.ts';

export interface OpenApiRouteOptions {
  /** Complete when the first request comes. */
  readonly routes: readonly DescribedRoute[];
  /** Undefined: the root. */
  readonly basePath: string | undefined;
}

/** `GET /api/openapi.json`: the API as an OpenAPI 3.1 document. */
export const openApiRoute: FastifyPluginAsync<OpenApiRouteOptions> = async (app, options) => {
  const { routes, basePath } = options;
  let content: ReturnType<typeof cacheable> | undefined;
  app.get('/api/openapi.json', (request, reply) => {
    content ??= cacheable(
      'application/json; charset=utf-8',
      Buffer.from(JSON.stringify(openApiDocument(routes, basePath), null, 2)),
    );
    sendCacheable(request, reply, content);
  });
};
