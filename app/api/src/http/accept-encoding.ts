import { parseWeighted } from './weighted.ts';

/**
 * Whether an `Accept-Encoding` header asks for gzip (RFC 9110 §12.5.3). `*` alone does not: plain
 * content satisfies it too, and the page's nginx does the same.
 */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  return acceptEncoding.toLowerCase().split(',').some(isGzip);
}

function isGzip(text: string): boolean {
  const { value, weight } = parseWeighted(text);
  return value === 'gzip' && weight > 0;
}
