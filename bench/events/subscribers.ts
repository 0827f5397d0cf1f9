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

/** One for all: to take a buffer for each read costs a reader more than the rest of its work. */
const RECEIVED = Buffer.alloc(65_536);

async function openReader(port: number, onTick: (latenessMs: number) => void): Promise<Socket> {
  const opened = Promise.withResolvers<string>();
  const callback = (length: number): boolean => {
    const nowMs = performance.timeOrigin + performance.now();
    const text = RECEIVED.toString('latin1', 0, length);
    opened.resolve(text);
    const secondMs = secondOf(text);
    if (secondMs !== null) onTick(nowMs - secondMs);
    return true;
  };
  const socket = connect({ host: '127.0.0.1', port, onread: { buffer: RECEIVED, callback } });
  socket.write('GET /api/v1/events?ticks=true HTTP/1.1\r\nHost: localhost\r\n\r\n');
  socket.once('error', opened.reject);
  const head = await opened.promise;
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`refused: ${head}`);
  return socket;
}

const SECOND = /"second":"([^"]+)\.0+Z"/;
let last = { text: '', ms: 0 };

/** The second of a tick, in ms since 1970; null of another event. All readers of a tick share it. */
function secondOf(text: string): number | null {
  const second = SECOND.exec(text)?.[1];
  if (second === undefined) return null;
  if (second !== last.text) last = { text: second, ms: Date.parse(`${second}Z`) };
  return last.ms;
}
