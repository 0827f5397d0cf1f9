import { FastifyOtelInstrumentation } from '@fastify/otel';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyBaseLogger, FastifyPluginCallback } from 'fastify';

export interface TracedProcess {
  readonly version: string;
  readonly instance: string;
  readonly log: FastifyBaseLogger;
}

export interface Tracing {
  /** Registered before the routes that are traced. */
  readonly plugin: FastifyPluginCallback;
  /** Sends what is left, as far as there is a collector that takes it. */
  close(): Promise<void>;
}

/**
 * Sends a span for each request over OTLP (HTTP with JSON) to where OTEL_EXPORTER_OTLP_ENDPOINT
 * says; OpenTelemetry reads that and its other variables by itself. A caller's `traceparent` is
 * carried on. Import this file only where it is wanted: it is larger than all the rest.
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
      // A collector that is gone must not turn an orderly end into a failure.
      await provider.shutdown().catch((err) => log.warn({ err }, 'the last traces are lost'));
    },
  };
}
