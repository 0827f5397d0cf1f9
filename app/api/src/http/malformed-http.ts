import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEM_MEDIA_TYPE } from '@dataiku-assessment/contract';
import { SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import { type ProblemCode, ProblemError, problem } from './problems.ts';
import { STATUS_CODES } from './status-codes.ts';

/** An error of Node's HTTP parser. */
export interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: unknown;
}

/** In characters. Valid URLs of the API are far shorter; RFC 9112 §3 wants at least 8,000. */
export const URL_LIMIT = 12_288;
/** Time for the answer to arrive before the connection is gone. */
const LINGER_MS = 2_000;
/** RFC 3986 §3.2.2 and 3.2.3: a name or an address, and a port. */
const HOST = /^[\w.~!$&'()*+,;=%:[\]-]*$/;

/**
 * Answers bytes that Node could not parse as a request, and closes the connection. The code of the answer;
 * null where nobody is there to read it.
 */
export function answerClientError(error: ClientError, socket: Duplex): ProblemCode | null {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return null;
  }
  const code = problemCodeOf(error);
  endSoon(socket, rawAnswer(code));
  return code;
}

/**
 * Answers the requests that Node would answer or drop itself in the same way as all others. `onAnswer` gets
 * the code of each answer that is not Fastify's.
 */
export function answerEveryRequest(server: Server, onAnswer: (code: ProblemCode) => void): void {
  server.on('connect', (_request, socket) => {
    // Node removes its listeners from the socket here: an unhandled error would end the process.
    socket.on('error', () => socket.destroy());
    endSoon(socket, rawAnswer('method-not-allowed', { allow: 'GET, HEAD' }));
    onAnswer('method-not-allowed');
  });
  // RFC 9110 §10.1.1: an unknown expectation may be ignored.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** Sends the last bytes of a connection. A client that doesn't close its half of it is not waited for. */
function endSoon(socket: Duplex, text: string): void {
  socket.end(text);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** The reason to refuse a request that Node's parser accepted; undefined when there is none. */
export function malformedness(request: IncomingMessage): ProblemError | undefined {
  const detail = hostFault(request) ?? targetFault(request);
  if (detail !== undefined) return new ProblemError('malformed-request', { detail });
  return (request.url ?? '').length > URL_LIMIT ? new ProblemError('url-too-long') : undefined;
}

/** RFC 9112 §3.2: one Host, though HTTP/1.0 may leave it out, of the characters that a host has. */
function hostFault({ headers, httpVersion, rawHeaders }: IncomingMessage): string | undefined {
  if (headers.host === undefined) {
    return httpVersion === '1.1' ? 'HTTP/1.1 needs a Host header.' : undefined;
  }
  // Node keeps the first of several; a proxy on the path may have used the last.
  if (countHosts(rawHeaders) > 1) return 'There is more than one Host header.';
  return HOST.test(headers.host) ? undefined : 'The Host header is not a valid host.';
}

/** `rawHeaders` has names and values in turn. */
function countHosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}

/** RFC 9112 §3.2.4: the target `*` is for OPTIONS alone. The router takes it for a `/`. */
function targetFault({ method, url }: IncomingMessage): string | undefined {
  if (!url?.startsWith('*') || (url === '*' && method === 'OPTIONS')) return undefined;
  return 'The request target is not a path.';
}

function problemCodeOf({ code, rawPacket }: ClientError): ProblemCode {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-timeout';
  if (code !== 'HPE_HEADER_OVERFLOW') return 'malformed-request';
  const start = Buffer.isBuffer(rawPacket) ? rawPacket.subarray(0, URL_LIMIT) : '';
  return start.includes('\n') ? 'headers-too-large' : 'url-too-long';
}

function rawAnswer(code: ProblemCode, extraHeaders: Record<string, string> = {}): string {
  const body = problem(code);
  const content = JSON.stringify(body);
  const headers = {
    ...SECURITY_HEADERS,
    ...extraHeaders,
    connection: 'close',
    // As Fastify writes it in all other answers.
    'content-type': `${PROBLEM_MEDIA_TYPE}; charset=utf-8`,
    'content-length': String(Buffer.byteLength(content)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const statusLine = `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}`;
  return [statusLine, ...lines, '', content].join('\r\n');
}
