import { randomBytes } from 'node:crypto';
import type { Log } from '../../clock/log.ts';
import type { Association, Destination, Seal } from '../association.ts';
import type { ServerAddress } from '../server-address.ts';
import { isUsableCookie } from './ke-message.ts';
import type { Agreement, KeFailure, KeyExchange } from './key-exchange.ts';
import { openReply, sealRequest } from './sealed-packet.ts';
import type { Siv } from './siv.ts';

/** The outcome of a key exchange. Stable: it labels metrics. */
export type KeOutcome = 'keys' | KeFailure;

export interface NtsPorts {
  readonly keyExchange: KeyExchange;
  readonly loadSiv: () => Promise<Siv>;
  /** Monotonic, in ms. */
  readonly nowMs: () => number;
  readonly log: Log;
}

/** RFC 8915 §5.7: as many as a client holds. */
const FULL_STOCK = 8;
/** A request and its reply stay below the 1280 bytes that every network of IPv6 carries. */
const MAX_REQUEST_BYTES = 1200;
/** Header, identifier and authenticator. */
const REQUEST_BYTES_BESIDE_COOKIES = 124;
const IDENTIFIER_BYTES = 32;
/** RFC 8915 §4.2. */
const FIRST_RETRY_MS = 10_000;
const RETRY_GROWTH = 1.5;
const MAX_RETRY_MS = 5 * 24 * 3_600_000;
/** Keys are renewed daily, so that a certificate that was revoked or replaced is noticed. */
const MAX_KEY_AGE_MS = 24 * 3_600_000;

/**
 * One server of NTS: keys and cookies from its key server, and the seal of each exchange. The keys are
 * exchanged when there are none, the cookies ran out, the NTP server refuses them, or after a day.
 * Source: RFC 8915.
 */
export class NtsAssociation implements Association {
  readonly name: string;
  readonly isAuthenticated = true;
  readonly #server: ServerAddress;
  readonly #ports: NtsPorts;
  readonly #keyExchanges = new Map<KeOutcome, number>();
  #agreement: Agreement | null = null;
  #cookies: readonly Buffer[] = [];
  /** The NTP server said that it can't use our cookies, and has not authenticated a reply since. */
  #isRejected = false;
  /** Key exchanges since the last authentic reply. */
  #attempts = 0;
  #triedAtMs = 0;
  #lastFailure: { readonly failure: KeFailure; readonly detail: string } | null = null;

  constructor(server: ServerAddress, ports: NtsPorts) {
    this.name = server.name;
    this.#server = server;
    this.#ports = ports;
  }

  /** The number of key exchanges by outcome. */
  get keyExchanges(): ReadonlyMap<KeOutcome, number> {
    return this.#keyExchanges;
  }

  /** The number of cookies in stock. */
  get cookies(): number {
    return this.#cookies.length;
  }

  /** The end of the validity of the key server's certificate; null before the first key exchange. */
  get certificateExpires(): Date | null {
    return this.#agreement?.certificateExpires ?? null;
  }

  get trouble(): string | null {
    if (this.#lastFailure === null || this.#cookies.length > 0) return null;
    const { failure, detail } = this.#lastFailure;
    return `no keys, ${failure}: ${detail}`;
  }

  async nextDestination(): Promise<Destination | null> {
    const siv = await this.#ports.loadSiv();
    if (this.#wantsKeys() && this.#mayTry()) await this.#exchangeKeys();
    const agreement = this.#agreement;
    const [cookie, ...rest] = this.#cookies;
    if (agreement === null || cookie === undefined) return null;
    // Spent from here on, whatever becomes of the request: two with one cookie could be linked.
    this.#cookies = rest;
    const { host, port } = agreement;
    return { host, port, seal: this.#seal(agreement, cookie, siv) };
  }

  #wantsKeys(): boolean {
    const isOld = this.#ports.nowMs() - this.#triedAtMs > MAX_KEY_AGE_MS;
    return this.#cookies.length === 0 || this.#isRejected || isOld;
  }

  /** After n exchanges without an authentic reply, 10 s × 1.5^(n−1) must have passed since the last. */
  #mayTry(): boolean {
    if (this.#attempts === 0) return true;
    const waitMs = Math.min(FIRST_RETRY_MS * RETRY_GROWTH ** (this.#attempts - 1), MAX_RETRY_MS);
    return this.#ports.nowMs() - this.#triedAtMs >= waitMs;
  }

  /** Old keys are kept until there are new ones (RFC 8915 §5.7). */
  async #exchangeKeys(): Promise<void> {
    this.#attempts += 1;
    this.#triedAtMs = this.#ports.nowMs();
    const result = await this.#ports.keyExchange(this.#server);
    const outcome = 'failure' in result ? result.failure : 'keys';
    this.#keyExchanges.set(outcome, (this.#keyExchanges.get(outcome) ?? 0) + 1);
    if ('failure' in result) {
      const isNews = this.#lastFailure?.failure !== result.failure;
      this.#lastFailure = result;
      const facts = { server: this.name, outcome, detail: result.detail };
      if (isNews) this.#ports.log.warn(facts, 'an NTS key exchange failed');
      return;
    }
    this.#lastFailure = null;
    this.#isRejected = false;
    this.#agreement = result;
    this.#cookies = result.cookies.slice(0, FULL_STOCK);
    const { host, port } = result;
    this.#ports.log.info({ server: this.name, host, port }, 'NTS keys are established');
  }

  #seal({ clientKey, serverKey }: Agreement, cookie: Buffer, siv: Siv): Seal {
    const identifier = randomBytes(IDENTIFIER_BYTES);
    const placeholders = this.#placeholders(cookie.length);
    return {
      seal: (header) =>
        sealRequest(header, { identifier, cookie, placeholders, key: clientKey }, siv),
      whyNotAuthentic: (packet) => {
        const opened = openReply(packet, { identifier, key: serverKey }, siv);
        if ('failure' in opened) {
          if (opened.failure === 'nts-nak') this.#isRejected = true;
          return opened.failure;
        }
        // With keys from before a failure, the key server has not yet earned another try.
        if (this.#lastFailure === null) this.#attempts = 0;
        this.#isRejected = false;
        const cookies = opened.cookies.filter(isUsableCookie);
        this.#cookies = [...this.#cookies, ...cookies].slice(0, FULL_STOCK);
        return null;
      },
    };
  }

  /** One cookie comes for the one that is spent, and one for each placeholder. */
  #placeholders(cookieBytes: number): number {
    const missing = FULL_STOCK - 1 - this.#cookies.length;
    const room = Math.floor((MAX_REQUEST_BYTES - REQUEST_BYTES_BESIDE_COOKIES) / (cookieBytes + 4));
    return Math.max(0, Math.min(missing, room - 1));
  }
}
