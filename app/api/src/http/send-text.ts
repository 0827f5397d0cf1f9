import type { FastifyInstance, FastifyReply } from 'fastify';
import { responseHeaders } from './response-headers.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a text that is ready, with headers from `textHeaders`. */
    readonly sendText: (headers: TextHeaders, text: string) => void;
    /** The length of that text, once Node has it; 0 before, and where Fastify sends it. */
    textBytes: number;
  }
}

/**
 * The headers of answers of one kind, made once: names and values in turn, as Node takes them. The first is the
 * length of the text, filled in for each.
 */
export type TextHeaders = string[];

/** The headers of the API's answers, and these. */
export function textHeaders(headers: Readonly<Record<string, string>>): TextHeaders {
  return Object.entries({
    'content-length': '',
    ...responseHeaders('/api/', headers['content-type']),
    ...headers,
  }).flat();
}

/** The headers of JSON. */
export const JSON_HEADERS = textHeaders({ 'content-type': 'application/json; charset=utf-8' });

/** Gives a reply headers that are ready; Fastify adds the length. */
export function addHeaders(reply: FastifyReply, headers: TextHeaders): FastifyReply {
  for (let i = 2; i < headers.length; i += 2) reply.header(headers[i] as string, headers[i + 1]);
  return reply;
}

/**
 * Adds `reply.sendText`. It writes by Node itself, without Fastify's copy of each header and its
 * choice of a serialiser: that takes a fifth off the CPU time of an answer. It knows neither headers
 * that hooks gave the reply nor hooks on sending: with those, `byNode` must be false.
 */
export function decorateSendText(app: FastifyInstance, { byNode }: { byNode: boolean }): void {
  app.decorateReply('sendText', byNode ? sendByNode : sendByFastify);
  app.decorateReply('textBytes', 0);
}

function sendByFastify(this: FastifyReply, headers: TextHeaders, text: string): void {
  addHeaders(this, headers).send(text);
}

function sendByNode(this: FastifyReply, headers: TextHeaders, text: string): void {
  this.textBytes = Buffer.byteLength(text);
  this.hijack();
  // Node reads the list at once, so that one serves all answers.
  headers[1] = String(this.textBytes);
  this.raw.writeHead(this.statusCode, headers).end(text);
}
