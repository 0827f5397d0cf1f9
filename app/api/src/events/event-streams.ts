import type { Tick } from '@dataiku-assessment/contract';
import type { ServerClock } from '../clock/server-clock.ts';
import { utcNow } from '../clock/utc-now.ts';
import { formatInstant } from '../zones/instant.ts';
import { onTzDatabase } from '../zones/tz-database.ts';
import { eventText, HEARTBEAT_TEXT, retryText } from './event-text.ts';
import type { Subscriber, Subscribers } from './subscribers.ts';

const NS_PER_SECOND = 1_000_000_000n;
const NS_PER_MS = 1e6;
const HEARTBEAT_INTERVAL_MS = 15_000;
const RETRY_MS = 2_000;
/** After a shutdown, clients reconnect spread over this time, not all at once. */
const SPREAD_RETRY_MS = 10_000;
/** The clock is read again after so many writes, since writing takes time itself. */
const WRITES_PER_READING = 32;

/** Sends the clock's changes, and each whole second, to all subscribers. */
export class EventStreams {
  readonly #clock: ServerClock;
  readonly #subscribers: Subscribers;
  #stopListening = () => {};
  #heartbeat: NodeJS.Timeout | undefined;
  #tick: NodeJS.Timeout | undefined;

  constructor(clock: ServerClock, subscribers: Subscribers) {
    this.#clock = clock;
    this.#subscribers = subscribers;
  }

  /** Listens to the clock from now on. Does not keep the process alive. */
  start(): void {
    const stops = [
      this.#clock.subscribe(() => this.#sendToAll(this.#clockText())),
      onTzDatabase(({ version }) => this.#sendToAll(eventText('tzdb', { tzdb: version }))),
    ];
    this.#stopListening = () => {
      for (const stop of stops) stop();
    };
    this.#heartbeat = setInterval(
      () => this.#sendToAll(HEARTBEAT_TEXT),
      HEARTBEAT_INTERVAL_MS,
    ).unref();
  }

  /** Ends every stream for good, and gives each client another time to reconnect. */
  stop(): void {
    this.#stopListening();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#tick);
    this.#subscribers.end(() => retryText(RETRY_MS + Math.random() * SPREAD_RETRY_MS));
  }

  /** Begins a stream with the clock's state. */
  begin(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
    this.#subscribers.send(subscriber, Buffer.from(retryText(RETRY_MS) + this.#clockText()));
    if (subscriber.wantsTicks && this.#tick === undefined) this.#scheduleTick();
  }

  #clockText(): string {
    return eventText('clock', this.#clock.read().clock);
  }

  #sendToAll(text: string): void {
    const bytes = Buffer.from(text);
    for (const subscriber of this.#subscribers) this.#subscribers.send(subscriber, bytes);
  }

  /** One timer for all streams, set anew each second: timers fire late, and the clock is slewed. */
  #scheduleTick(): void {
    const nowNs = utcNow(this.#clock.read()).nowNs;
    const secondNs = nowNs - (nowNs % NS_PER_SECOND) + NS_PER_SECOND;
    const delayMs = Math.ceil(Number(secondNs - nowNs) / NS_PER_MS);
    this.#tick = setTimeout(() => this.#onSecond(secondNs), delayMs).unref();
  }

  #onSecond(secondNs: bigint): void {
    this.#tick = undefined;
    // A timer may fire early, and the clock may have been set back.
    const isEarly = utcNow(this.#clock.read()).nowNs < secondNs;
    if (isEarly || this.#sendTicks(secondNs) > 0) this.#scheduleTick();
  }

  /** The number of streams that take ticks. */
  #sendTicks(secondNs: bigint): number {
    let writes = 0;
    let bytes = this.#tickBytes(secondNs);
    for (const subscriber of this.#subscribers) {
      if (!subscriber.wantsTicks) continue;
      if (writes > 0 && writes % WRITES_PER_READING === 0) bytes = this.#tickBytes(secondNs);
      this.#subscribers.send(subscriber, bytes);
      writes += 1;
    }
    return writes;
  }

  #tickBytes(secondNs: bigint): Buffer {
    const { nowNs, interval } = utcNow(this.#clock.read());
    const tick: Tick = {
      second: formatInstant(secondNs),
      latenessNs: String(nowNs - secondNs),
      boundNs: interval && String(interval.boundNs),
    };
    return Buffer.from(eventText('tick', tick));
  }
}
