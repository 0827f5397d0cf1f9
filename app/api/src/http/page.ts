import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  DOCUMENTS,
  HASHED_ASSETS_PATH,
  PAGE_CACHE_CONTROL,
} from '@dataiku-assessment/contract/response-headers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ConfigError } from '../config.ts';
import { acceptsGzip } from './accept-encoding.ts';
import { fillDocument } from './fill-document.ts';

/**
 * Serves the built page below `webRoot`: the documents at `/`, `/wall` and `/embed`, and each file that
 * exists when the server starts; `basePath` without its slash leads there. A file with a `.gz` beside it
 * is sent compressed to clients that accept gzip.
 * @throws ConfigError when there is no built page.
 */
export function servePage(app: FastifyInstance, webRoot: string, basePath?: string): void {
  const root = resolve(webRoot);
  if (!statSync(join(root, 'index.html'), { throwIfNoEntry: false })?.isFile()) {
    throw new ConfigError(
      `WEB_ROOT is ${JSON.stringify(webRoot)}; allowed: a folder with an index.html`,
    );
  }
  app.register(async (page) => {
    page.addHook('onRequest', (request, _reply, done) => {
      // In `gzip;q=0, *`, @fastify/static would read the star as gzip.
      const coding = acceptsGzip(request.headers['accept-encoding']) ? 'gzip' : 'identity';
      request.headers = { ...request.headers, 'accept-encoding': coding };
      done();
    });
    // Only with a page: it takes 16 ms of the start, and 8 MiB.
    page.register(import('@fastify/static'), {
      root,
      wildcard: false,
      // Documents have one address, and compressed files have none of their own.
      globIgnore: ['*.html', '**/*.gz'],
      preCompressed: true,
      setHeaders(reply, path) {
        const isHashed = path.startsWith(join(root, HASHED_ASSETS_PATH));
        const caching = isHashed ? PAGE_CACHE_CONTROL.hashed : PAGE_CACHE_CONTROL.other;
        reply.header('cache-control', caching);
      },
    });
    for (const [path, { file, headers }] of Object.entries(DOCUMENTS)) {
      page.get(path, (request, reply) =>
        sendDocument(request, reply.headers(headers), join(root, file)),
      );
    }
    if (basePath === undefined) return;
    // The page's addresses are relative.
    page.get(basePath, ({ url }, reply) =>
      reply.redirect(url.replace(basePath, `${basePath}/`), 308),
    );
  });
}

/** Sends a document with the time of the answer in it, so without anything to revalidate it by. */
async function sendDocument(request: FastifyRequest, reply: FastifyReply, path: string) {
  const { protocol, host, originalUrl } = request;
  const { pathname: folder } = new URL('.', `http://host${originalUrl}`);
  const file = await readFile(path, 'utf8').catch(() => null);
  if (file === null) return reply.callNotFound();
  const document = fillDocument(file, {
    now: new Date(),
    pageUrl: `${protocol}://${host}${folder}`,
  });
  reply.headers({ 'cache-control': PAGE_CACHE_CONTROL.other, vary: 'accept-encoding' });
  reply.type('text/html; charset=utf-8');
  if (request.headers['accept-encoding'] !== 'gzip') return document;
  reply.header('content-encoding', 'gzip');
  // Here, not above: reading the module takes 5 ms of the start.
  const { gzip } = process.getBuiltinModule('node:zlib');
  return promisify(gzip)(document);
}
