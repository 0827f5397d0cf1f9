import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small reverse proxy that routes as the chart's Ingress does, and keeps connections alive. */
export class IngressProxy {
  readonly #api: Set<string>;
  readonly #frontend: Set<string>;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((incoming, outgoing) => this.#forward(incoming, outgoing));
  #turn = 0;

  /** Addresses of pods, which serve on port 8080. */
  constructor(api: Iterable<string>, frontend: Iterable<string>) {
    this.#api = new Set(api);
    this.#frontend = new Set(frontend);
  }

  /** Listens on loopback, and returns the URL. */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sends no further request to a pod, as when it is taken out of the endpoints. */
  remove(address: string): void {
    this.#api.delete(address);
    this.#frontend.delete(address);
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, headers, url: path } = incoming;
    const pods = [...(path?.startsWith('/api') ? this.#api : this.#frontend)];
    this.#turn += 1;
    const host = pods[this.#turn % pods.length];
    const upstream = request({ host, port: 8080, method, path, headers, agent: this.#agent });
    upstream.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-pod': host });
      answer.pipe(outgoing);
    });
    // No second try: a request that a pod drops shall be seen.
    upstream.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(upstream);
  }
}
