import { type IncomingMessage, request, type ServerResponse } from 'node:http';

interface Forwarding {
  readonly port: number;
  /** Does something else with the answer than handing it back. */
  readonly answered?: (answer: IncomingMessage) => void;
}

/**
 * What a reverse proxy does with a request: sends it on to a port of loopback, and hands the answer
 * back. A connection that breaks on one side breaks on the other.
 */
export function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { port, answered = (answer) => handBack(answer, outgoing) }: Forwarding,
): void {
  const { method, headers, url: path } = incoming;
  const upstream = request({ host: '127.0.0.1', port, method, path, headers });
  upstream.on('response', answered);
  upstream.on('error', () => outgoing.destroy());
  incoming.pipe(upstream);
}

/** Hands an answer back as it is. */
export function handBack(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  outgoing.once('close', () => answer.destroy());
  answer.on('error', () => outgoing.destroy()).pipe(outgoing);
}
