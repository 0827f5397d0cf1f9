import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Content that changes only with a release, ready to be sent. */
export interface CacheableContent {
  readonly type: string;
  readonly content: Buffer;
  readonly etag: string;
  /** The content compressed; null where that does not pay: it fits one packet anyway. */
  readonly gzipped: Buffer | null;
}

const ONE_PACKET_BYTES = 1400;
const MAX_AGE_SECONDS = 3600;

/** Prepares content for `sendCacheable`: its ETag is made of its bytes. */
export function cacheable(type: string, content: Buffer): CacheableContent {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return {
    type,
    content,
    etag,
    gzipped: content.length > ONE_PACKET_BYTES ? gzipSync(content) : null,
  };
}

/**
 * Sends content that caches may keep for an hour; 304 to those who have it (RFC 9110 §13.1.2). The
 * ETag is weak, since the same content goes out compressed and not.
 */
export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, content, etag, gzipped }: CacheableContent,
): void {
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
  if (gzipped !== null && acceptsGzip(request.headers['accept-encoding'])) {
    reply.header('content-encoding', 'gzip').send(gzipped);
  } else reply.send(content);
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function acceptsGzip(acceptEncoding = ''): boolean {
  return acceptEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.replaceAll(' ', ''))
    .some((coding) => /^(gzip|\*)(;|$)/.test(coding) && !/;q=0(\.0*)?$/.test(coding));
}
