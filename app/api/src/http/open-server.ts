import { EventEmitter } from 'node:events';
import type { Problem } from '@dataiku-assessment/contract';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import type { Lifecycle } from '../lifecycle.ts';
import { Connections } from './connections.ts';
import { answerUnroutable, handleErrors } from './error-handling.ts';
import { LAZY_SCHEMAS } from './lazy-schemas.ts';
import {
  answerClientError,
  answerEveryRequest,
  malformedness,
  URL_LIMIT,
} from './malformed-http.ts';
import { type ProblemCode, ProblemError, problem } from './problems.ts';
import { responseHeaders } from './response-headers.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly connections: Connections;
    /** Tells of each answer that no hook sees: to what is no HTTP, and to a URL that the router refuses. */
    readonly answersWithoutHooks: EventEmitter<{ answer: [AnswerWithoutHooks] }>;
  }
}

interface AnswerWithoutHooks {
  /** null where none could be read. */
  readonly method: string | null;
  readonly problem: Problem;
}

/** A client that pipelines more is refused: all its answers would be in memory at once. */
const MOST_OPEN_REQUESTS = 8;

export interface ServerPorts {
  readonly log: FastifyBaseLogger;
  readonly lifecycle: Lifecycle;
}

/** Gets an answer that was sent, and how long after its request, in ms. */
type OnAnswer = (request: FastifyRequest, reply: FastifyReply, durationMs: number) => void;

/**
 * A server whose answers all have the same headers, and whose errors all have the same body: also
 * those that Node and Fastify would send themselves. It has no route yet, and drops bodies. Fastify gets
 * no log: with one, it makes a child for each request, and listens to each response. `onAnswer` gets each
 * answer to a request that can be read, refused ones too.
 */
export function openServer(
  ports: ServerPorts,
  options: FastifyServerOptions = {},
  onAnswer: OnAnswer = () => {},
) {
  const { log, lifecycle } = ports;
  const answersWithoutHooks: FastifyInstance['answersWithoutHooks'] = new EventEmitter();
  const tell = (code: ProblemCode) =>
    answersWithoutHooks.emit('answer', { method: null, problem: problem(code) });
  const server: FastifyInstance = Fastify({
    bodyLimit: 16_384,
    return503OnClosing: false,
    schemaController: LAZY_SCHEMAS,
    http: {
      requireHostHeader: false,
      // Most requests have no body: the events of one take a fifteenth of an answer's CPU time.
      optimizeEmptyRequests: true,
      // A client has this long to send its headers; Node notices at most 5 s late.
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
    },
    frameworkErrors(error, request, reply) {
      connections.follow(reply.raw, () => {});
      return answerUnroutable(log, error, request, reply).then((problem) => {
        answersWithoutHooks.emit('answer', { method: request.method, problem });
      });
    },
    clientErrorHandler(error, socket) {
      const code = answerClientError(error, socket);
      if (code !== null) tell(code);
    },
    ...options,
    // The limit of the whole URL is enough: a long part of a path is an unknown one.
    routerOptions: { maxParamLength: URL_LIMIT, ...options.routerOptions },
  });
  const connections = new Connections(server.server);
  server.decorate('connections', connections);
  server.decorate('answersWithoutHooks', answersWithoutHooks);
  answerEveryRequest(server.server, tell);
  handleErrors(server, log);
  server.removeAllContentTypeParsers();
  // No route takes a body; a body within the limit is read and dropped.
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null));
  server.addHook('onSend', (request, reply, _payload, done) => {
    // By the path of the route: the client may have spelt it differently.
    const path = request.routeOptions.url ?? request.url;
    const common = responseHeaders(path, reply.getHeader('content-type'));
    reply.headers({ ...common, ...reply.getHeaders() });
    done();
  });
  server.addHook('onRequest', (request, reply, done) => {
    // First of all, so that what a hook refuses is told as well. Not in a hook on responses: for that, Fastify
    // adds two listeners to each, and takes them away again.
    const startedMs = performance.now();
    connections.follow(reply.raw, () => onAnswer(request, reply, performance.now() - startedMs));
    const isTooMany = connections.openRequests(request.socket) > MOST_OPEN_REQUESTS;
    const refusal = isTooMany ? new ProblemError('too-many-requests') : malformedness(request.raw);
    // By Node's own method, which holds whoever writes the answer.
    if (refusal !== undefined || lifecycle.phase === 'draining')
      reply.raw.setHeader('connection', 'close');
    // Fastify would wait for the end of a body, of which Node gives no event where there is none.
    const { raw, headers } = request;
    if (raw.readableEnded && headers['content-type'] !== undefined) delete headers['content-type'];
    done(refusal);
  });
  return server;
}
