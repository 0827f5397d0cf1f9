import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends `bytes` to `app` as they are and reads until the server ends the connection; this side
 * leaves it open. Afterwards the server is closed, which hangs unless it has let the connection go.
 */
export async function exchangeRaw(app: FastifyInstance, bytes: string): Promise<RawAnswer> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  socket.write(bytes);
  const answer = await text(socket);
  await app.close();
  socket.destroy();
  return parseAnswer(answer);
}

function parseAnswer(answer: string): RawAnswer {
  const headEnd = answer.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = answer.slice(0, headEnd).split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
  return { status, headers: Object.fromEntries(headers), body: answer.slice(headEnd + 4) };
}
