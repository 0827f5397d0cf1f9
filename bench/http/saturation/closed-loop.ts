import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { AnswerReader } from './answer-reader.ts';
import { type Answers, Tally } from './tally.ts';

export interface ClosedLoop {
  readonly sockets: readonly Socket[];
  /** Asked for in turn on each connection. */
  readonly paths: readonly string[];
  /** Ends the load: no further request is sent. */
  readonly signal: AbortSignal;
  /** How long the requests under way are then waited for, in ms; default 10,000. */
  readonly patienceMs?: number;
}

/**
 * Loads a server with connections that each send a request as soon as the last one is answered,
 * whatever the answer was. Closes them.
 */
export async function runClosedLoop(options: ClosedLoop): Promise<Answers> {
  const { sockets, signal, patienceMs = 10_000 } = options;
  const tally = new Tally();
  const requests = options.paths.map(requestText);
  const ends = sockets.map((socket) => keepAsking(socket, { requests, tally, signal }));
  if (!signal.aborted) await once(signal, 'abort');
  await Promise.race([Promise.all(ends), wait(patienceMs, undefined, { ref: false })]);
  const answers = tally.read();
  for (const socket of sockets) socket.destroy();
  return answers;
}

/**
 * Connects before the load begins. Bare sockets: a client's own work must not show.
 * @throws {Error} when a connection is refused.
 */
export async function openConnections(port: number, count: number): Promise<readonly Socket[]> {
  return await Promise.all(Array.from({ length: count }, () => open(port)));
}

interface Asking {
  readonly requests: readonly string[];
  readonly tally: Tally;
  readonly signal: AbortSignal;
}

/** Asks until the load ends or the connection does. */
function keepAsking(socket: Socket, { requests, tally, signal }: Asking): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const reader = new AnswerReader();
  let count = 0;
  let sentMs = 0;
  const ask = () => {
    tally.ask();
    sentMs = performance.now();
    socket.write(requests[count++ % requests.length] ?? '');
  };
  const onClose = () => {
    tally.break();
    resolve();
  };
  socket.on('close', onClose);
  // A close follows, and that is counted.
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    const status = reader.take(chunk);
    if (status === null) return;
    tally.answer(status, performance.now() - sentMs);
    if (!signal.aborted) return ask();
    socket.off('close', onClose);
    resolve();
  });
  ask();
  return promise;
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function requestText(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
}
