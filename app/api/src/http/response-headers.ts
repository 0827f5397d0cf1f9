import { API_HEADERS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';

const API_ANSWER_HEADERS = { ...SECURITY_HEADERS, ...API_HEADERS };

/** The headers that every answer to this URL carries, made once. */
export function responseHeaders(url: string): Readonly<Record<string, string>> {
  return url.startsWith('/api/') ? API_ANSWER_HEADERS : SECURITY_HEADERS;
}
