import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { memoryLimitBytes } from '../memory-limit.ts';
import { clientAddress, limitedNetwork } from './client-address.ts';
import { ProblemError } from './problems.ts';

export interface LoadLimits {
  /**
   * The mean lag of the event loop over a second above which requests are refused, and a fifth of what one
   * turn of the loop may take; 0: no limit.
   */
  readonly maxLagMs: number;
  /** The number of requests that an address may send in a minute; undefined: no limit. */
  readonly perMinute: number | undefined;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Only where a limit is set. */
    readonly countRequest?: CountRequest;
  }
}

/**
 * Counts a request against the limit of its address, once, and says in headers how many are left.
 * The refusal when there is none.
 */
type CountRequest = (request: FastifyRequest, reply: FastifyReply) => Promise<ProblemError | null>;

const RETRY_AFTER_SECONDS = 5;
/** One turn of the loop may take so many times the mean: a single answer may be large. */
const TURN_LAGS = 5;
/** Above this share of the memory limit, the next peak would end the process. */
const SHARE_OF_MEMORY = 0.9;

class OverloadedError extends ProblemError {
  constructor() {
    super('overloaded');
  }
}

/**
 * Refuses the rest of the requests that arrived together once they have kept the loop for too long: the
 * mean over a second knows of them only afterwards.
 */
function refuseInLongTurns(app: FastifyInstance, maxTurnMs: number): void {
  let startedMs: number | null = null;
  const endTurn = () => {
    startedMs = null;
  };
  app.addHook('onRequest', (_request, reply, done) => {
    const nowMs = performance.now();
    if (startedMs === null) {
      startedMs = nowMs;
      setImmediate(endTurn);
    }
    if (nowMs - startedMs <= maxTurnMs) return done();
    reply.header('retry-after', RETRY_AFTER_SECONDS);
    done(new OverloadedError());
  });
}

/**
 * Refuses requests with 503 and Retry-After while the process is overloaded, so that accepted ones
 * are answered soon; and with 429 those of an address over its limit, if one is set. Register it
 * before the routes.
 */
export function limitLoad(app: FastifyInstance, { maxLagMs, perMinute }: LoadLimits): void {
  app.register(underPressure, {
    maxEventLoopDelay: maxLagMs,
    maxRssBytes: SHARE_OF_MEMORY * memoryLimitBytes(),
    retryAfter: RETRY_AFTER_SECONDS,
    customError: OverloadedError,
  });
  if (maxLagMs > 0) refuseInLongTurns(app, TURN_LAGS * maxLagMs);
  if (perMinute === undefined) return;
  // Only with a limit, like all that is not always wanted: it would delay the start.
  app.register(import('@fastify/rate-limit'), {
    // Not by routes: requests that reach none count as well.
    global: false,
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => limitedNetwork(clientAddress(request)),
  });
  app.after(() => {
    const countRequest = requestCounter(app.createRateLimit());
    app.decorate('countRequest', countRequest);
    app.addHook('onRequest', async (request, reply) => {
      const refusal = await countRequest(request, reply);
      if (refusal !== null) throw refusal;
    });
  });
}

function requestCounter(count: ReturnType<FastifyInstance['createRateLimit']>): CountRequest {
  const alreadyCounted = new WeakSet<FastifyRequest>();
  return async (request, reply) => {
    if (alreadyCounted.has(request)) return null;
    alreadyCounted.add(request);
    const counted = await count(request);
    if (counted.isAllowed) return null;
    const { max, remaining, ttlInSeconds, isExceeded } = counted;
    reply.headers({
      'ratelimit-limit': max,
      'ratelimit-remaining': remaining,
      'ratelimit-reset': ttlInSeconds,
    });
    if (!isExceeded) return null;
    reply.header('retry-after', ttlInSeconds);
    return new ProblemError('too-many-requests');
  };
}
