import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The open connections of a server, and the requests that are under way on them. */
export class Connections {
  readonly #openRequests = new Map<Socket, number>();
  #requestsInFlight = 0;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#openRequests.set(socket, 0);
      socket.once('close', () => this.#openRequests.delete(socket));
    });
    const add = (socket: Socket, change: number) => this.#add(socket, change);
    // One for all requests: a closure for each would cost an answer more than the counting does.
    function onClose(this: ServerResponse): void {
      add(this.req.socket, -1);
    }
    // Before the server's own listener: a request counts from the start.
    server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      add(socket, 1);
      response.on('close', onClose);
    });
  }

  /** Requests that are being answered, or whose client has not gone yet: event streams too. */
  get requestsInFlight(): number {
    return this.#requestsInFlight;
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
    this.#requestsInFlight += change;
    const openRequests = this.#openRequests.get(socket);
    if (openRequests !== undefined) this.#openRequests.set(socket, openRequests + change);
  }
}
