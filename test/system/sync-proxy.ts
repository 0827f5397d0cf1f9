import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { SyncAnswer } from '@dataiku-assessment/contract';

/** What stands between a browser and the API: the network, at its worst. */
export interface SyncProxy {
  readonly url: string;
  /** How many requests each backend got, in their order. */
  readonly counts: readonly number[];
  close(): Promise<void>;
}

/** One API process behind the proxy. */
export interface Backend {
  readonly port: number;
  /** Changes this backend's sync answers, as if its host clock or its statement were another. */
  readonly alter?: (answer: SyncAnswer) => SyncAnswer;
}

/** A reverse proxy that gives each request to the next of its backends. */
export async function startSyncProxy(backends: readonly Backend[]): Promise<SyncProxy> {
  const counts = backends.map(() => 0);
  let next = 0;
  const server = createServer((incoming, outgoing) => {
    const index = next % backends.length;
    next += 1;
    counts[index] = (counts[index] ?? 0) + 1;
    forward(incoming, outgoing, backends[index] as Backend);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, backend: Backend): void {
  const { method, headers, url: path } = incoming;
  const upstream = request({ host: '127.0.0.1', port: backend.port, method, path, headers });
  upstream.on('response', async (answer) => {
    const status = answer.statusCode ?? 502;
    const { alter } = backend;
    if (alter === undefined || !path?.startsWith('/api/v1/sync') || status !== 200) {
      outgoing.writeHead(status, answer.headers);
      outgoing.once('close', () => answer.destroy());
      answer.on('error', () => outgoing.destroy()).pipe(outgoing);
      return;
    }
    const body = alterBody(await buffer(answer), alter);
    outgoing.writeHead(status, { ...answer.headers, 'content-length': body.length });
    outgoing.end(body);
  });
  upstream.on('error', () => outgoing.destroy());
  incoming.pipe(upstream);
}

function alterBody(body: Buffer, alter: (answer: SyncAnswer) => SyncAnswer): Buffer {
  return Buffer.from(JSON.stringify(alter(JSON.parse(body.toString()))));
}
