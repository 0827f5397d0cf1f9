import type { IncomingMessage } from 'node:http';

/**
 * Serves everything below `basePath` too, such as `/clock`: gives the URL of a request without it. URLs
 * outside of it stay as they are, for probes, and for proxies that have removed it.
 */
export function withoutBasePath(basePath: string) {
  return ({ url = '/' }: Pick<IncomingMessage, 'url'>): string =>
    url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : url;
}
