import {
  type ClientRequest,
  Agent as HttpAgent,
  get as httpGet,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, get as httpsGet } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Device, Transport } from '../core/ports.ts';
import { randomNonce } from './nonce.ts';
import { refuseFailedOrStored } from './refuse-answer.ts';
import { readSyncAnswer } from './sync-answer.ts';

/** A slower reply would prove too little to wait for, in ms. */
const TIMEOUT_MS = 4_000;

/**
 * Does exchanges with Node's own HTTP client, on one connection that it keeps open. `fetch` closes an
 * idle connection after 4 s, so most exchanges would include setting up a new one.
 */
export function nodeTransport(url: URL, device: Device): Transport {
  const secure = url.protocol === 'https:';
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 1 });
  const get = secure ? httpsGet : httpGet;
  return async (signal) => {
    const nonce = randomNonce();
    const address = new URL(url);
    address.searchParams.set('nonce', nonce);

    const sentAtMs = device.monotonicMs();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await answered(get(address, { agent, signal: limit }));
    const receivedAtMs = device.monotonicMs();

    const body = await text(response);
    refuseFailedOrStored(response.statusCode ?? 0, response.headers.age);
    return { ...readSyncAnswer(JSON.parse(body), nonce), sentAtMs, receivedAtMs };
  };
}

function answered(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
}
