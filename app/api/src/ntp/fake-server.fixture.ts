import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { encodeReply, type ReplyFacts } from './reply.fixture.ts';

/** The packets with which the server answers a request. */
export type Answer = (request: Buffer, client: RemoteInfo) => readonly Buffer[];

/** An NTP server on loopback whose answers a test decides. */
export interface FakeServer {
  readonly address: string;
  readonly port: number;
  /** The requests so far, in their order. */
  readonly requests: readonly { readonly bytes: Buffer; readonly client: RemoteInfo }[];
  close(): Promise<void>;
}

export async function startFakeServer(answer: Answer): Promise<FakeServer> {
  const socket = createSocket('udp4');
  const requests: { bytes: Buffer; client: RemoteInfo }[] = [];
  socket.on('message', (bytes, client) => {
    requests.push({ bytes, client });
    for (const packet of answer(bytes, client)) socket.send(packet, client.port, client.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const close = async () => {
    socket.close();
    await once(socket, 'close');
  };
  return { address: '127.0.0.1', port: socket.address().port, requests, close };
}

/** Replies with the time of this host plus `aheadNs`, and the changes in `facts`. */
export function timeAhead(aheadNs: bigint, facts: ReplyFacts = {}): Answer {
  return (request) => {
    const receivedNs = Temporal.Now.instant().epochNanoseconds + aheadNs;
    return [encodeReply(request, { receivedNs, ...facts })];
  };
}
