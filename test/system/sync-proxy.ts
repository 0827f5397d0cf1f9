import { buffer } from 'node:stream/consumers';
import type { SyncAnswer } from '@dataiku-assessment/contract';
import { forward, handBack } from './forward.ts';
import { type LoopbackServer, startLoopbackServer } from './loopback-server.ts';

/** What stands between a browser and the API: the network, at its worst. */
export interface SyncProxy extends LoopbackServer {
  /** How many requests each backend got, in their order. */
  readonly counts: readonly number[];
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
  const server = await startLoopbackServer((incoming, outgoing) => {
    const index = next % backends.length;
    next += 1;
    counts[index] = (counts[index] ?? 0) + 1;
    const { port, alter } = backends[index] as Backend;
    if (alter === undefined || !incoming.url?.startsWith('/api/v1/sync')) {
      return forward(incoming, outgoing, { port });
    }
    forward(incoming, outgoing, {
      port,
      async answered(answer) {
        if (answer.statusCode !== 200) return handBack(answer, outgoing);
        const body = alterBody(await buffer(answer), alter);
        outgoing.writeHead(200, { ...answer.headers, 'content-length': body.length });
        outgoing.end(body);
      },
    });
  });
  return { ...server, counts };
}

function alterBody(body: Buffer, alter: (answer: SyncAnswer) => SyncAnswer): Buffer {
  return Buffer.from(JSON.stringify(alter(JSON.parse(body.toString()))));
}
