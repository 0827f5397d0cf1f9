import { EventsQuery, Problem } from '@dataiku-assessment/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { EventStreams } from '../events/event-streams.ts';
import type { Subscribers } from '../events/subscribers.ts';
import { clientAddress, limitedNetwork } from '../http/client-address.ts';
import { ProblemError } from '../http/problems.ts';
import { addHeaders, textHeaders } from '../http/send-text.ts';

export interface EventsRouteOptions {
  readonly streams: EventStreams;
  readonly subscribers: Subscribers;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its answers last for hours: they don't count as slow requests, or in latencies. */
    readonly isStream?: boolean;
  }
}

/** One event: OpenAPI 3.1 has no schema for a whole stream. */
const StreamedEvent = Type.Object(
  {
    event: Type.Optional(
      Type.String({
        description: '`clock`, with a Clock as data; `tick`, with a Tick; `tzdb`, with a release.',
        examples: ['clock'],
      }),
    ),
    data: Type.Optional(Type.String({ description: 'JSON.' })),
    retry: Type.Optional(
      Type.Integer({ description: 'Milliseconds to wait before connecting again.' }),
    ),
  },
  { description: 'One of the events.' },
);
const PATH = '/api/v1/events';
const schema = {
  operationId: 'streamEvents',
  summary: "Changes of the clock's state, and seconds, as server-sent events",
  description:
    'The answer ends only when the client closes it, so there is no "Try it out": use `curl --no-buffer` or an EventSource.',
  tags: ['time'],
  querystring: EventsQuery,
  response: {
    200: { content: { 'text/event-stream': { schema: StreamedEvent } } },
    '4xx': Problem,
    '5xx': Problem,
  },
};
const STREAM_HEADERS = textHeaders({
  'content-type': 'text/event-stream; charset=utf-8',
  // nginx and Traefik would hold events back until a buffer is full.
  'x-accel-buffering': 'no',
});
/** Refused clients come back spread over this time, in seconds. */
const RETRY_AFTER_SECONDS = { least: 5, most: 30 };

/**
 * `GET /api/v1/events`: server-sent events. `clock` at once and on every change of the clock's
 * state, and with `?ticks=true` a `tick` on each whole second.
 */
export const eventsRoute: FastifyPluginAsyncTypebox<EventsRouteOptions> = async (
  app,
  { streams, subscribers },
) => {
  const config = { isStream: true };
  app.get(PATH, { schema, config, exposeHeadRoute: false }, (request, reply) => {
    const network = limitedNetwork(clientAddress(request));
    const room = subscribers.roomFor(network);
    if (room !== 'free') {
      const { least, most } = RETRY_AFTER_SECONDS;
      reply.header('retry-after', Math.round(least + Math.random() * (most - least)));
      throw new ProblemError(room === 'server-full' ? 'overloaded' : 'too-many-streams');
    }
    addHeaders(reply, STREAM_HEADERS);
    reply.hijack();
    // A stream ends with its connection. Chunks would treble the cost of an event.
    reply.raw.useChunkedEncodingByDefault = false;
    reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
    reply.raw.flushHeaders();
    streams.begin({
      response: reply.raw,
      socket: reply.raw.socket,
      network,
      wantsTicks: request.query.ticks === 'true',
    });
  });
  // HEAD answers with the headers of GET, and subscribes to nothing.
  app.head(PATH, { schema: { querystring: EventsQuery } }, (_request, reply) => {
    addHeaders(reply, STREAM_HEADERS).send();
  });
  app.addHook('onReady', async () => streams.start());
  app.addHook('preClose', async () => streams.stop());
};
