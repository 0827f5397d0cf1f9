import { createServer, type Socket } from 'node:net';

/**
 * The least that a tick for many can be: a loop that writes the same bytes to each socket, once a second. No HTTP but
 * what the reader needs, no clock, no limits.
 */
const SECOND_MS = 1000;
/** As long as a tick of the API. */
const PADDING = 'x'.repeat(100);
const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\nconnection: close\r\n\r\nok\n';
const STREAM = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n';

const sockets = new Set<Socket>();

createServer((socket) => {
  socket.on('error', () => socket.destroy());
  socket.once('data', (request) => {
    if (!request.includes('/events')) return void socket.end(ANSWER);
    socket.write(STREAM);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

function scheduleTick(): void {
  setTimeout(tick, SECOND_MS - (Date.now() % SECOND_MS));
}

function tick(): void {
  const second = new Date(Math.round(Date.now() / SECOND_MS) * SECOND_MS).toISOString();
  const data = JSON.stringify({ second: second.replace('Z', '000000Z'), padding: PADDING });
  const bytes = Buffer.from(`event: tick\ndata: ${data}\n\n`);
  for (const socket of sockets) socket.write(bytes);
  scheduleTick();
}

scheduleTick();
