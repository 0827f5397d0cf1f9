import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { parseTraceparent } from './trace-context.ts';

const URL_LIMIT = 256;

export interface RequestLogOptions {
  readonly log: FastifyBaseLogger;
  readonly logsAll: boolean;
  /** The duration in ms from which a request is logged even when not all are. */
  readonly slowMs: number;
}

/** Logs answered requests: the slow ones, or all. */
export function requestLogger({ log, logsAll, slowMs }: RequestLogOptions) {
  return (request: FastifyRequest, status: number, durationMs: number): void => {
    if (!logsAll && durationMs < slowMs) return;
    log.info({ ...requestFields(request), status, durationMs }, 'request');
  };
}

/** The fields of a log line about a request. Not the client's address: it is personal data. */
export function requestFields(request: FastifyRequest): Record<string, unknown> {
  const { id: requestId, method } = request;
  const { traceparent } = request.headers;
  const url = request.url.slice(0, URL_LIMIT);
  return { requestId, method, url, ...parseTraceparent(traceparent) };
}
