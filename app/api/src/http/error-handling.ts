import { PROBLEM_MEDIA_TYPE, type Problem } from '@dataiku-assessment/contract';
import type {
  FastifyBaseLogger,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify';
import { requestFields } from '../telemetry/request-log.ts';
import { type ProblemCode, ProblemError, problem, shorten } from './problems.ts';
import { allowedBy, faultDetail, type QuerySchema } from './query-faults.ts';
import { whyNoMatch } from './read-parameter.ts';
import { RefusalLog } from './refusal-log.ts';
import { responseHeaders } from './response-headers.ts';

/** Fastify's errors that have a code of their own here. */
const FASTIFY_ERRORS: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'malformed-url',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_STATIC_FORBIDDEN_PATH: 'unknown-path',
};

const METHODS = ['GET', 'HEAD', 'POST'] as const;

const refusals = new RefusalLog();

/** Answers every refusal and failure of `app` as a problem (RFC 9457), and logs what the operator should know. */
export function handleErrors(app: FastifyInstance, log: FastifyBaseLogger): void {
  app.setErrorHandler(async (error: FastifyError | ProblemError, request, reply) => {
    await answerError(log, error, request, reply);
    return reply;
  });
  app.setNotFoundHandler((request, reply) => {
    throw notFound(request, reply);
  });
}

function notFound(request: FastifyRequest, reply: FastifyReply): ProblemError {
  const url = request.url.replace(/\?.*/s, '');
  const allowed = METHODS.filter((method) => request.server.findRoute({ method, url }) !== null);
  // A route that knows the method, and has nothing: a file of the page that is gone.
  const isGone = allowed.some((method) => method === request.method);
  if (allowed.length === 0 || isGone) return new ProblemError('unknown-path');
  const preflight = url.startsWith('/api/') ? ['OPTIONS'] : [];
  reply.header('allow', [...allowed, ...preflight].join(', '));
  return new ProblemError('method-not-allowed');
}

/** Answers a URL that reaches no route, and so none of the hooks that set the headers. */
export async function answerUnroutable(
  log: FastifyBaseLogger,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Problem> {
  reply.headers(responseHeaders(request.url));
  return await answerError(log, error, request, reply);
}

/** Answers with a problem, and gives it. */
async function answerError(
  log: FastifyBaseLogger,
  failure: FastifyError | ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Problem> {
  // What fails before the hook that counts, such as a malformed URL, counts here.
  const overLimit = await request.server.countRequest?.(request, reply);
  // Fastify refuses a QUERY without a type before it looks for its route.
  const isQuery = failure.code === 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE';
  const error = overLimit ?? (isQuery ? notFound(request, reply) : failure);
  const body = problemOf(error, request);
  if (error instanceof ProblemError) {
    if (body.status >= 500 || body.status === 429) refusals.add(log, error.code);
  } else if (body.status >= 500) {
    log.error({ ...requestFields(request), err: error }, 'request failed');
  }
  // Also where a file of the page was on its way, which may be kept.
  reply.header('cache-control', 'no-store');
  reply.code(body.status).type(PROBLEM_MEDIA_TYPE).send(body);
  return body;
}

function problemOf(error: FastifyError | ProblemError, request: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error.validation !== undefined) {
    const place = error.validationContext === 'body' ? 'body' : 'querystring';
    return invalidInput(error, (request.routeOptions.schema?.[place] ?? {}) as QuerySchema);
  }
  const code = FASTIFY_ERRORS[error.code];
  if (code !== undefined) return problem(code);
  const status = error.statusCode ?? 500;
  return status < 500 ? problem('refused-request', { status }) : problem('internal-error');
}

type Validation = NonNullable<FastifyError['validation']>[number];

/** The fields of a fault that Ajv adds in verbose mode. */
interface Fault extends Validation {
  readonly data: unknown;
  readonly schema?: unknown;
}

/** Words the first fault that Ajv finds in a query or a body. No text of Ajv's own reaches the client. */
function invalidInput(error: FastifyError, query: QuerySchema): Problem {
  const { validation, validationContext } = error;
  const place = validationContext === 'body' ? 'body' : 'query';
  const [fault] = validation ?? [];
  if (fault === undefined) return problem('invalid-parameter');
  const { keyword, instancePath, data, schema } = fault as Fault;
  const { missingProperty, additionalProperty } = fault.params;
  if (keyword === 'required') {
    const parameter = String(missingProperty);
    const detail = `The ${place} needs \`${parameter}\`.`;
    return problem('missing-parameter', {
      parameter,
      detail,
      allowed: allowedBy(query, parameter),
    });
  }
  if (keyword === 'additionalProperties') {
    const parameter = shorten(String(additionalProperty));
    const detail = `This path has no parameter \`${parameter}\`.`;
    const allowed = Object.keys(query.properties ?? {}).join(', ') || 'no parameter';
    return problem('unknown-parameter', { parameter, detail, allowed });
  }
  if (instancePath === '') {
    return problem('invalid-parameter', { detail: 'The body must be a JSON object.' });
  }
  const parameter = instancePath.slice(1);
  if (keyword === 'pattern' && typeof data === 'string') {
    const reason = whyNoMatch(String(schema), parameter, query, data);
    if (reason !== null) return reason;
  }
  return problem('invalid-parameter', {
    parameter,
    detail: faultDetail(parameter, keyword === 'type' ? `${place} type` : keyword, schema),
    got: shorten(typeof data === 'string' ? data : JSON.stringify(data)),
    allowed: allowedBy(query, parameter),
  });
}
