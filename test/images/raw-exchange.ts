import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** By lower-case name; values of a repeated name are joined by " | ". */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Sends `bytes` to a port of loopback as they are, and reads until the server ends the connection. */
export async function exchangeRaw(port: number, bytes: string): Promise<RawAnswer> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  socket.write(bytes);
  const answer = await buffer(socket);
  socket.destroy();
  const headEnd = answer.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = answer.toString('latin1', 0, headEnd).split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)} | ${value}` : value);
  }
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
  return { status, headers, body: answer.subarray(headEnd + 4) };
}
