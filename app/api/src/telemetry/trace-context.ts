/** The place of a request in its caller's trace. */
export interface TraceContext {
  readonly traceId: string;
  readonly parentSpanId: string;
}

const TRACEPARENT =
  /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;

/** Reads a `traceparent` header (W3C Trace Context, level 1); null when it isn't a valid one. */
export function parseTraceparent(header: string | string[] | undefined): TraceContext | null {
  const match = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  if (match === null) return null;
  const [, version, traceId = '', parentSpanId = '', more] = match;
  // Only versions after 00 may carry more fields than the four.
  return version === '00' && more !== undefined ? null : { traceId, parentSpanId };
}
