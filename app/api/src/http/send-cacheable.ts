import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptsGzip } from './accept-encoding.ts';

/** Content that changes only with a release, ready to be sent. */
export interface CacheableContent {
  readonly type: string;
  readonly content: Buffer;
  readonly etag: string;
  /** The content compressed, made at the first request for it. */
  gzipped: Buffer | null;
}

/** A body that fits into one packet is not worth compressing. */
const ONE_PACKET_BYTES = 1400;
const MAX_AGE_SECONDS = 3600;

/** Prepares content for `sendCacheable`: its ETag is made of its bytes. */
export function cacheable(type: string, content: Buffer): CacheableContent {
  const digest = createHash('sha256').update(content).digest('base64url');
  return { type, content, etag: `"${digest.slice(0, 22)}"`, gzipped: null };
}

/**
 * Sends content that caches may keep for an hour; 304 to clients that have it (RFC 9110 §13.1.2).
 * The ETag is weak, since the same content is sent compressed and plain.
 */
export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  prepared: CacheableContent,
): void {
  const { type, content, etag } = prepared;
  reply.headers({
    'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
    etag: `W/${etag}`,
    vary: 'Accept-Encoding',
  });
  if (isKnown(request.headers['if-none-match'], etag)) {
    reply.code(304).send();
    return;
  }
  reply.type(type);
  if (content.length <= ONE_PACKET_BYTES || !acceptsGzip(request.headers['accept-encoding'])) {
    reply.send(content);
    return;
  }
  // Here, not above: reading the module takes 5 ms of the start.
  prepared.gzipped ??= process.getBuiltinModule('node:zlib').gzipSync(content);
  reply.header('content-encoding', 'gzip').send(prepared.gzipped);
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
