import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One open event stream. */
export interface Subscriber {
  /** The stream itself. Its headers were sent. */
  readonly response: ServerResponse;
  /** Its connection; null until requests before it on the same connection are answered. */
  socket: Socket | null;
  /** The address, or the network of addresses, that the client counts as. */
  readonly network: string;
  readonly wantsTicks: boolean;
}

export interface SubscriberLimits {
  readonly total: number;
  readonly perNetwork: number;
}

/** The limit of unread bytes: the stream of a client further behind is closed, not buffered. */
const MOST_BUFFERED_BYTES = 65_536;

/** The open event streams of this process, within their limits. */
export class Subscribers {
  readonly #limits: SubscriberLimits;
  readonly #open = new Set<Subscriber>();
  readonly #countByNetwork = new Map<string, number>();
  #cut = 0;

  constructor(limits: SubscriberLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#open.size;
  }

  /** The number of streams that were closed because their client did not read. */
  get cut(): number {
    return this.#cut;
  }

  /** Whether the limits allow one more stream to this network, and if not, whose limit is reached. */
  roomFor(network: string): 'free' | 'network-full' | 'server-full' {
    const count = this.#countByNetwork.get(network) ?? 0;
    if (count >= this.#limits.perNetwork) return 'network-full';
    return this.#open.size < this.#limits.total ? 'free' : 'server-full';
  }

  /** Keeps a stream until it closes. */
  add(subscriber: Subscriber): void {
    const { response, network } = subscriber;
    this.#open.add(subscriber);
    this.#countByNetwork.set(network, (this.#countByNetwork.get(network) ?? 0) + 1);
    response.once('close', () => this.#forget(subscriber));
  }

  /** Writes to one stream, or closes it when its client does not keep up. */
  send(subscriber: Subscriber, bytes: Buffer): void {
    // Not by the response: it would hold the bytes back until all streams have theirs, and the
    // lateness in a tick is that of its writing. With thousands of streams, to look at each response
    // takes a twelfth of the time.
    subscriber.socket ??= subscriber.response.socket;
    const stream = subscriber.socket ?? subscriber.response;
    if (stream.destroyed) return;
    if (stream.writableLength > MOST_BUFFERED_BYTES) {
      this.#cut += 1;
      subscriber.response.destroy();
      return;
    }
    stream.write(bytes);
  }

  /** The open streams, while none is added or closed. */
  [Symbol.iterator](): Iterator<Subscriber> {
    return this.#open.values();
  }

  /** Ends all streams, each with a last text of its own. */
  end(textFor: () => string): void {
    for (const { response } of this.#open) response.end(textFor());
  }

  #forget(subscriber: Subscriber): void {
    this.#open.delete(subscriber);
    const { network } = subscriber;
    const count = (this.#countByNetwork.get(network) ?? 0) - 1;
    if (count > 0) this.#countByNetwork.set(network, count);
    else this.#countByNetwork.delete(network);
  }
}
