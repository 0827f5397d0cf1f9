import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The open connections of a server, and the requests that are under way on them. */
export class Connections {
  readonly #openRequests = new Map<Socket, number>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#openRequests.set(socket, 0);
      socket.once('close', () => this.#openRequests.delete(socket));
    });
  }

  /**
   * Counts the request of this response until its answer is sent, or its client is gone. Calls back in
   * the first case: by the same listener, since each costs an answer as much as its counting.
   */
  follow(response: ServerResponse, onSent: () => void): void {
    const { socket } = response.req;
    this.#add(socket, 1);
    response.on('finish', () => {
      this.#add(socket, -1);
      onSent();
    });
  }

  /** Requests that are being answered, or whose client has not gone yet: event streams too. */
  get requestsInFlight(): number {
    let count = 0;
    for (const openRequests of this.#openRequests.values()) count += openRequests;
    return count;
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

  /** A connection that has closed counts no more. */
  #add(socket: Socket, change: number): void {
    const openRequests = this.#openRequests.get(socket);
    if (openRequests !== undefined) this.#openRequests.set(socket, openRequests + change);
  }
}
