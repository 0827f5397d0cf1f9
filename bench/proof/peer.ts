import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';

/** The npm package timesync, given our exchanges instead of its own timers and requests. */
export interface Peer {
  /** An exchange begins: the peer sends its request in it. */
  ask(): void;
  /** The answer came, with the server's `Date.now()`. */
  receive(serverMs: number): void;
  /** No answer came. */
  fail(): void;
  /** What the peer takes the server's time for, in ms since 1970; null before its first answer. */
  nowMs(): number | null;
}

/** The part of timesync's instance that is used. */
interface TimeSync {
  send: (to: string, request: { readonly id: number }) => Promise<void>;
  receive(from: string, answer: { readonly id: number; readonly result: number }): void;
  sync(): Promise<void>;
  now(): number;
  on(event: 'change', callback: () => void): void;
}

interface Bundle {
  timesync?: { create(options: object): TimeSync };
  readonly Promise: PromiseConstructor;
}

const SERVER = 'server';
const require = createRequire(import.meta.url);
const bundle: Bundle = { Promise };
/** What timesync waits for before its next request of a round; null when a round is over. */
let wait: (() => void) | null = null;

// The package's own browser build, unchanged. It takes its timer from the global object, which is
// how it gets into virtual time; its entry for Node needs a package that it doesn't depend on.
runInNewContext(readFileSync(require.resolve('timesync/dist/timesync.js'), 'utf8'), {
  window: bundle,
  global: {},
  require,
  console,
  setTimeout: (callback: () => void) => {
    wait = callback;
  },
});

/**
 * A timesync that uses each of our exchanges: where it would wait a second, and an hour after each
 * five, it takes the next one. That is more often than it asks by itself, and so in its favour.
 * `now` is the device's `Date.now()`, its default.
 */
export function createPeer(now: () => number): Peer {
  if (bundle.timesync === undefined) throw new Error('The timesync bundle set no global.');
  const timesync = bundle.timesync.create({ server: SERVER, interval: null, now });
  const request = { id: 0, reject: (_error: Error) => {} };
  let answered = false;
  wait = null;
  timesync.on('change', () => {
    answered = true;
  });
  timesync.send = (_to, { id }) => {
    request.id = id;
    return new Promise((_resolve, reject) => {
      request.reject = reject;
    });
  };
  return {
    ask() {
      const next = wait ?? (() => void timesync.sync());
      wait = null;
      next();
    },
    receive: (serverMs) => timesync.receive(SERVER, { id: request.id, result: serverMs }),
    fail: () => request.reject(new Error('No answer.')),
    nowMs: () => (answered ? timesync.now() : null),
  };
}
