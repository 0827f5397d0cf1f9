import { json } from 'node:stream/consumers';
import { type LoopbackServer, startLoopbackServer } from '../system/loopback-server.ts';

type Attributes = readonly {
  readonly key: string;
  readonly value: { stringValue?: string; intValue?: number };
}[];

/** A span as it goes over the wire (OTLP/HTTP with JSON). */
interface Span {
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: Attributes;
}

interface TraceExport {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** What stands where OpenTelemetry's collector would. */
export interface TraceCollector extends LoopbackServer {
  readonly paths: readonly string[];
  spans(): readonly Span[];
  /** Values by name of what sent the spans. */
  resource(): Readonly<Record<string, string | undefined>>;
}

export async function startTraceCollector(): Promise<TraceCollector> {
  const paths: string[] = [];
  const exports: TraceExport[] = [];
  const server = await startLoopbackServer(async (request, response) => {
    paths.push(String(request.url));
    exports.push((await json(request)) as TraceExport);
    response.setHeader('content-type', 'application/json').end('{}');
  });
  const all = () => exports.flatMap(({ resourceSpans }) => resourceSpans);
  return {
    ...server,
    paths,
    spans: () => all().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    resource: () => valuesOf(all()[0]?.resource.attributes ?? []),
  };
}

/** The attributes that hold text, by their name. */
export function valuesOf(attributes: Attributes): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));
}
