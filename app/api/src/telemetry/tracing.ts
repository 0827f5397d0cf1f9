import { setTimeout as wait } from 'node:timers/promises';
import { FastifyOtelInstrumentation } from '@fastify/otel';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyBaseLogger, FastifyPluginCallback } from 'fastify';

/** How long the last traces may take to be sent. */
const MOST_CLOSING_MS = 1_000;

export interface TracedProcess {
  readonly version: string;
  readonly instance: string;
  readonly log: FastifyBaseLogger;
}

export interface Tracing {
  /** Register it before the routes. */
  readonly plugin: FastifyPluginCallback;
  /** Sends the remaining spans, if a collector takes them. */
  close(): Promise<void>;
}

/**
 * Sends a span for each request over OTLP (HTTP with JSON) to OTEL_EXPORTER_OTLP_ENDPOINT;
 * OpenTelemetry reads that and its other variables itself, and continues a caller's `traceparent`.
 * Import this file only when tracing is on: it is larger than all the rest.
 */
export function openTracing({ version, instance, log }: TracedProcess): Tracing {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'dataiku-api',
      'service.version': version,
      'service.instance.id': instance,
    }).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const instrumentation = new FastifyOtelInstrumentation({
    // One span for a request: our hooks take microseconds.
    instrumentHooks: false,
    instrumentHandler: false,
    // A stream lasts for hours, and its span would be lost with the process.
    ignorePaths: ({ url }) => url === '/api/v1/events',
  });
  instrumentation.setTracerProvider(provider);
  const plugin = instrumentation.plugin() as FastifyPluginCallback;
  return {
    plugin,
    async close() {
      // A missing collector must neither turn an orderly shutdown into a failure nor hold it up.
      const late = wait(MOST_CLOSING_MS, undefined, { ref: false }).then(() => {
        throw new Error(`the collector took longer than ${MOST_CLOSING_MS} ms`);
      });
      await Promise.race([provider.shutdown(), late]).catch((err) =>
        log.warn({ err }, 'the last traces are lost'),
      );
    },
  };
}
