import type { Problem } from '@dataiku-assessment/contract';
import { STATUS_CODES } from './status-codes.ts';

/** Every error that the server answers: its stable code, the HTTP status and a text for people. */
const PROBLEMS = {
  'malformed-request': [400, 'The request is not valid HTTP.'],
  'malformed-url': [400, 'The path has an invalid percent-encoding.'],
  'missing-parameter': [400, 'The query lacks a parameter.'],
  'unknown-parameter': [400, 'The query has an unknown parameter.'],
  'invalid-parameter': [400, 'A query parameter has an invalid value.'],
  'unknown-timezone': [404, 'No such zone in the tz database.'],
  'nonexistent-time': [404, 'Clocks in the zone skipped this time.'],
  'ambiguous-time': [409, 'Clocks in the zone showed this time twice.'],
  'contradictory-time': [409, 'The offset is not that of the zone then.'],
  'unknown-path': [404, 'No such path.'],
  'method-not-allowed': [
    405,
    'The path does not support this method; `Allow` lists those it does.',
  ],
  'request-timeout': [408, 'The request did not arrive in time.'],
  'body-too-large': [413, 'The body is larger than the server accepts.'],
  'url-too-long': [414, 'The URL is longer than the server accepts.'],
  'headers-too-large': [431, 'The header fields are larger than the server accepts.'],
  'too-many-requests': [429, 'This address sends too many requests; see Retry-After.'],
  overloaded: [503, 'The server is overloaded; try again after Retry-After.'],
  'refused-request': [400, 'The server refused the request.'],
  'too-many-streams': [
    429,
    'This address has too many event streams open; close one, or try again after Retry-After.',
  ],
  'internal-error': [500, 'The server failed; its log has the cause.'],
} as const satisfies Record<string, readonly [status: number, detail: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The fields that one answer may add to its row of the table. */
export type ProblemDetails = Partial<
  Pick<Problem, 'status' | 'detail' | 'parameter' | 'got' | 'allowed' | 'nearest'>
>;

/** The body of an error answer (RFC 9457). */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  const [tableStatus, detail] = PROBLEMS[code];
  const status = details.status ?? tableStatus;
  const title = STATUS_CODES[status] ?? 'Error';
  return { type: 'about:blank', title, status, code, detail, ...details };
}

/** Cuts a client's own text to a safe length before it goes back. */
export function shorten(text: string): string {
  return text.length <= 64 ? text : `${text.slice(0, 64)}…`;
}

/** Thrown by a handler to refuse a request. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly problem: Problem;

  constructor(code: ProblemCode, details?: ProblemDetails) {
    const body = problem(code, details);
    super(body.detail);
    this.code = code;
    this.problem = body;
  }
}
