import { readFileSync } from 'node:fs';
import { writePolicy } from '@dataiku-assessment/contract/response-headers';
import type { FastifyPluginAsync } from 'fastify';
import { findDocsAssets } from '../http/openapi/docs-assets.ts';
import { DOCS_STYLE, DOCS_THEME } from '../http/openapi/docs-dress.ts';
import { cacheable, sendCacheable } from '../http/send-cacheable.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>The API</title>
    <meta name="color-scheme" content="light dark">
    <script src="docs/theme.js"></script>
    <link rel="stylesheet" href="docs/swagger-ui.css">
    <link rel="stylesheet" href="docs/style.css">
    <link rel="icon" href="../icon.svg">
  </head>
  <body>
    <header class="top"><a href="../">Exact time</a> <span>For programs</span></header>
    <noscript>This page needs JavaScript; <a href="openapi.json">the document</a> doesn't.</noscript>
    <main id="docs"></main>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`;

/**
 * Relative, as all addresses here: everything may be served below a path. Without Swagger UI's validator,
 * which is a service on another host. Without "Try it out" for event streams: Swagger UI shows an answer once it has ended, and a stream never ends.
 */
const START = `const canBeTried = (_original, { specSelectors }) => (_state, path, method) =>
  !specSelectors
    .specJson()
    .hasIn(['paths', path, method, 'responses', '200', 'content', 'text/event-stream']);

SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#docs',
  validatorUrl: null,
  queryConfigEnabled: false,
  plugins: [{ statePlugins: { spec: { wrapSelectors: { allowTryItOutFor: canBeTried } } } }],
});
`;

/** Swagger UI's style sheet has images in data: URLs. */
const CONTENT_SECURITY_POLICY = writePolicy({ 'img-src': "'self' data:" });

/** `GET /api/docs`: a page to read and try the API. It loads nothing from other hosts. */
export const docsRoute: FastifyPluginAsync = async (app) => {
  const folder = findDocsAssets();
  const files = {
    '/api/docs': cacheable('text/html; charset=utf-8', Buffer.from(PAGE)),
    '/api/docs/style.css': cacheable('text/css; charset=utf-8', Buffer.from(DOCS_STYLE)),
    '/api/docs/theme.js': cacheable('text/javascript; charset=utf-8', Buffer.from(DOCS_THEME)),
    '/api/docs/start.js': cacheable('text/javascript; charset=utf-8', Buffer.from(START)),
  };
  for (const [path, content] of Object.entries(files)) {
    app.get(path, (request, reply) => {
      reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
      sendCacheable(request, reply, content);
    });
  }
  for (const [name, type] of [
    ['swagger-ui.css', 'text/css; charset=utf-8'],
    ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ] as const) {
    let content: ReturnType<typeof cacheable> | undefined;
    app.get(`/api/docs/${name}`, (request, reply) => {
      // Read and compressed at the first request: most processes never get one.
      content ??= cacheable(type, readFileSync(new URL(name, folder)));
      sendCacheable(request, reply, content);
    });
  }
};
