import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEM_MEDIA_TYPE } from '@dataiku-assessment/contract';
import { SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import type { FastifyInstance } from 'fastify';
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
    socket.end(rawAnswer('method-not-allowed', { allow: 'GET, HEAD' }));
  });
  // RFC 9110 §10.1.1: an expectation that isn't known may be ignored.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** Refuses what Node's parser lets through: a URL that is too long, HTTP/1.1 without a Host. */
export function refuseMalformed(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    if (raw.headers.host === undefined && raw.httpVersion === '1.1') {
      done(new ProblemError('malformed-request', { detail: 'HTTP/1.1 needs a Host header.' }));
    } else if ((raw.url?.length ?? 0) > URL_LIMIT) {
      done(new ProblemError('url-too-long'));
    } else {
      done();
    }
  });
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
    'content-type': PROBLEM_MEDIA_TYPE,
    'content-length': String(Buffer.byteLength(content)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const statusLine = `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}`;
  return [statusLine, ...lines, '', content].join('\r\n');
}
