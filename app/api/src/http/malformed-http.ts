import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEM_MEDIA_TYPE } from '@dataiku-assessment/contract';
import { SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import { type ProblemCode, ProblemError, problem } from './problems.ts';

/** What Node's HTTP parser reports with an error. */
export interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: unknown;
}

/** In characters; everything that is asked for here is far shorter. */
const URL_LIMIT = 4096;

/** Answers what could not be parsed as a request, and closes the connection. */
export function answerClientError(error: ClientError, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  socket.end(rawAnswer(problemCodeOf(error)));
}

/** Gives the requests that Node would answer or drop by itself the same answers as all others. */
export function answerEveryRequest(server: Server): void {
  server.on('connect', (_request, socket) => {
    // Node lets go of the socket here: unheard, its error would end the process.
    socket.on('error', () => socket.destroy());
    socket.end(rawAnswer('method-not-allowed', { allow: 'GET, HEAD' }));
  });
  // RFC 9110 §10.1.1: an expectation that isn't known may be ignored.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** Why to refuse what Node's parser let through; undefined when there is nothing against it. */
export function malformedness({ headers, httpVersion, url }: IncomingMessage) {
  if (headers.host === undefined && httpVersion === '1.1') {
    return new ProblemError('malformed-request', { detail: 'HTTP/1.1 needs a Host header.' });
  }
  return url !== undefined && url.length > URL_LIMIT ? new ProblemError('url-too-long') : undefined;
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
