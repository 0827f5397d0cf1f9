import {
  API_HEADERS,
  API_LEAN_HEADERS,
  SECURITY_HEADERS,
} from '@dataiku-assessment/contract/response-headers';

const API_DOCUMENT_HEADERS = { ...API_HEADERS, ...SECURITY_HEADERS };
/** Paths of other time APIs: devices that ask them read all of an answer into 1,024 bytes. */
const LEAN_PATHS = /^\/api\/(timezone|ip|time|conversion|utctiming)\b/;

/** The headers that every answer to this URL carries, made once. `type` is that of its content. */
export function responseHeaders(url: string, type: unknown = ''): Readonly<Record<string, string>> {
  if (!url.startsWith('/api/')) return SECURITY_HEADERS;
  if (String(type).startsWith('text/html')) return API_DOCUMENT_HEADERS;
  const isLean = String(type).startsWith('text/plain') || LEAN_PATHS.test(url);
  return isLean ? API_LEAN_HEADERS : API_HEADERS;
}
