import { toMs } from '../core/growing-interval.ts';
import type { Device, Transport } from '../core/ports.ts';
import { randomNonce } from './nonce.ts';
import { refuseFailedOrStored } from './refuse-answer.ts';
import { correctStamps } from './resource-timing.ts';
import { readSyncAnswer } from './sync-answer.ts';
import { watchTiming } from './timing-entries.ts';
import { trustedStamps } from './trusted-stamps.ts';

/** A slower reply would prove too little to wait for, in ms. */
const TIMEOUT_MS = 4_000;

/** Does exchanges with the browser's `fetch`, which keeps the connection open. */
export function fetchTransport(url: URL, device: Device): Transport {
  const trusted = trustedStamps();
  return async (signal) => {
    const nonce = randomNonce();
    const address = new URL(url);
    address.searchParams.set('nonce', nonce);
    const timing = watchTiming(address.href);
    try {
      const sentAtMs = device.monotonicMs();
      const response = await request(address, signal);
      const receivedAtMs = device.monotonicMs();

      // A refused reply is read to its end too: otherwise the connection can't be used again.
      const body = await response.text();
      refuseFailedOrStored(response.status, response.headers.get('age'));
      const answer = readSyncAnswer(JSON.parse(body), nonce);
      const stamps = correctStamps({ sentAtMs, receivedAtMs }, await timing.entry(), {
        trusted,
        stepMs: device.stepMs,
        holdMs: toMs(answer.hostSentNs - answer.hostReceivedNs),
      });
      return { ...answer, ...stamps };
    } finally {
      timing.stop();
    }
  };
}

function request(address: URL, signal: AbortSignal): Promise<Response> {
  return fetch(address, {
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
}
