import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Many readers of one event stream, in this process. */
export interface Readers {
  /** How late each tick since the last call came to its reader, in ms after its whole second. */
  takeLateness(): readonly number[];
  close(): void;
}

const CONNECTED_AT_ONCE = 100;

/** Opens `count` ticking streams and reads them. Bare sockets: a client's own work must not show. */
export async function openReaders(port: number, count: number): Promise<Readers> {
  const sockets: Socket[] = [];
  let latenessMs: number[] = [];
  while (sockets.length < count) {
    const batch = Math.min(CONNECTED_AT_ONCE, count - sockets.length);
    const opened = Array.from({ length: batch }, () =>
      openReader(port, (ms) => latenessMs.push(ms)),
    );
    sockets.push(...(await Promise.all(opened)));
  }
  return {
    takeLateness() {
      const taken = latenessMs;
      latenessMs = [];
      return taken;
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function openReader(port: number, onTick: (latenessMs: number) => void): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  socket.write('GET /api/v1/events?ticks=true HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [head] = await once(socket, 'data');
  if (!String(head).startsWith('HTTP/1.1 200')) throw new Error(`refused: ${head}`);
  socket.on('data', (chunk) => {
    const second = /"second":"([^"]+)Z"/.exec(String(chunk))?.[1];
    if (second === undefined) return;
    const nowMs = performance.timeOrigin + performance.now();
    onTick(nowMs - Date.parse(`${second.slice(0, 19)}Z`));
  });
  return socket;
}
