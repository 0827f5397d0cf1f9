import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** What becomes of a packet: `pass` sends it, or another, on its way; once, never or often. */
type Treatment = (packet: Buffer, pass: (packet: Buffer) => void) => void;

/** Somebody on the path between clients and a server of UDP on loopback. */
export interface ManInTheMiddle {
  /** What becomes of requests and of replies; untouched by default. */
  treat(treatment: { readonly requests?: Treatment; readonly replies?: Treatment }): void;
  close(): void;
}

const honest: Treatment = (packet, pass) => pass(packet);

/** The address at which clients find the man, on the port that the server has at 127.0.0.1. */
export const MAN_HOST = '127.0.0.2';

/** Stands between clients and the server on that port, which passes for the server at `MAN_HOST`. */
export async function startManInTheMiddle(port: number): Promise<ManInTheMiddle> {
  let treatment: { readonly requests?: Treatment; readonly replies?: Treatment } = {};
  const upstreams = new Map<number, Socket>();
  let isOpen = true;
  const front = createSocket('udp4').bind(port, MAN_HOST);
  await once(front, 'listening');

  /** Each client has a socket towards the server, so that replies find their way back. */
  const upstreamOf = (clientPort: number) => {
    const known = upstreams.get(clientPort);
    if (known !== undefined) return known;
    const upstream = createSocket('udp4');
    upstream.on('error', () => {});
    upstream.on('message', (packet) => {
      const { replies = honest } = treatment;
      replies(packet, (bytes) => {
        if (isOpen) front.send(bytes, clientPort, '127.0.0.1');
      });
    });
    upstreams.set(clientPort, upstream);
    return upstream;
  };
  front.on('message', (packet, { port: clientPort }) => {
    const upstream = upstreamOf(clientPort);
    const { requests = honest } = treatment;
    requests(packet, (bytes) => {
      if (isOpen) upstream.send(bytes, port, '127.0.0.1');
    });
  });
  return {
    treat: (next) => {
      treatment = next;
    },
    close() {
      isOpen = false;
      front.close();
      for (const upstream of upstreams.values()) upstream.close();
    },
  };
}
