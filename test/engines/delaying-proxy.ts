import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How much later than without the proxy bytes arrive, in ms. */
export interface WayDelays {
  readonly upMs: number;
  readonly downMs: number;
}

export interface DelayingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** A TCP proxy on loopback to a port of loopback, which delays each way by a time of its own. */
export async function startDelayingProxy(
  port: number,
  { upMs, downMs }: WayDelays,
): Promise<DelayingProxy> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    pass(client, upstream, upMs);
    pass(upstream, client, downMs);
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** Timers of one length run in the order they were set, so the bytes keep theirs. */
function pass(from: Socket, to: Socket, delayMs: number): void {
  from.on('data', (bytes) => setTimeout(() => to.write(bytes), delayMs));
  from.on('end', () => setTimeout(() => to.end(), delayMs));
  // A connection that breaks on one side breaks on the other.
  from.on('error', () => to.destroy());
}
