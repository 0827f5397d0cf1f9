import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The open connections of a server, and how many requests each has under way. */
export class Connections {
  readonly #openRequests = new Map<Socket, number>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#openRequests.set(socket, 0);
      socket.once('close', () => this.#openRequests.delete(socket));
    });
    // Before the server's own listener: a request counts from the start.
    server.prependListener('request', ({ socket }, response) => {
      this.#add(socket, 1);
      response.once('close', () => this.#add(socket, -1));
    });
  }

  /** How many requests of this connection wait for the end of their answers, the latest included. */
  openRequests(socket: Socket): number {
    return this.#openRequests.get(socket) ?? 0;
  }

  /** Ends every connection without a complete request, whatever else it has sent. */
  closeIdle(): void {
    for (const [socket, openRequests] of this.#openRequests) {
      if (openRequests === 0) socket.destroy();
    }
  }

  #add(socket: Socket, change: number): void {
    const openRequests = this.#openRequests.get(socket);
    if (openRequests !== undefined) this.#openRequests.set(socket, openRequests + change);
  }
}
