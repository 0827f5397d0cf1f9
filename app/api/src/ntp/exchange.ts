import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { isSameBase } from '../clock/clock-base.ts';
import type { HostClock } from '../clock/host-clock.ts';
import { NO_SEAL, type Seal, type SealRefusal } from './association.ts';
import { decodePacket, encodeRequest, type NtpPacket } from './packet.ts';
import { type Refusal, whyNoTime, whyNotOurs } from './reply-check.ts';
import { type HostStamps, type Sample, sampleOf } from './sample.ts';
import type { After } from './timers.ts';

/** Why an exchange gave no sample. Stable: they label metrics. */
export type Failure =
  | Refusal
  | SealRefusal
  | 'timeout'
  | 'unreachable'
  | 'clock-stepped'
  | 'impossible-delay';

export type ExchangeResult = { readonly sample: Sample } | { readonly failure: Failure };

/** One exchange with the server at an address; plain without a seal. Never rejects. */
export type Exchange = (address: string, port: number, seal?: Seal) => Promise<ExchangeResult>;

export interface ExchangePorts {
  readonly host: HostClock;
  readonly after: After;
}

const TIMEOUT_MS = 2000;

/**
 * Exchanges over UDP: each has its own connected socket on a fresh port, which only receives packets
 * from that server, and its own random timestamp, which only the reply can echo.
 *
 * An attacker on the path sees the request, and can send any time in the place of the server, or
 * drop the reply. Delaying it only widens the interval, and under a seal nothing else is left.
 */
export function udpExchange(ports: ExchangePorts): Exchange {
  return async (address, port, seal = NO_SEAL) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    try {
      socket.connect(port, address);
      await once(socket, 'connect');
      return await ask(socket, seal, ports);
    } catch {
      // No route, or no server on that port: further detail differs by system.
      return { failure: 'unreachable' };
    } finally {
      socket.close();
    }
  };
}

/** Sends one request and takes the first reply to it. Rejects when the socket fails. */
async function ask(
  socket: Socket,
  seal: Seal,
  { host, after }: ExchangePorts,
): Promise<ExchangeResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ExchangeResult>();
  let failure: Failure = 'timeout';
  const cancelTimeout = after(TIMEOUT_MS, () => resolve({ failure }));
  const transmitTimestamp = randomBytes(8).readBigUInt64BE();
  // Before the stamps: its time must not count as time on the way.
  const request = seal.seal(encodeRequest(transmitTimestamp));
  const sent = { baseNs: host.baseNs(), sentAtNs: host.monotonicNs(), sentNs: host.nowNs() };
  socket.on('error', reject);
  socket.on('message', (bytes) => {
    const receivedAtNs = host.monotonicNs();
    const packet = decodePacket(bytes);
    const notOurs =
      packet === null
        ? 'too-short'
        : (whyNotOurs(packet, transmitTimestamp) ?? seal.whyNotAuthentic(bytes));
    // Ignored, so that an attacker who guesses the port can't end the exchange.
    if (packet === null || notOurs !== null) failure = notOurs ?? failure;
    else resolve(judge(packet, { ...sent, receivedAtNs }, host));
  });
  socket.send(request);
  return promise.finally(cancelTimeout);
}

function judge(packet: NtpPacket, stamps: HostStamps, host: HostClock): ExchangeResult {
  const refusal = whyNoTime(packet);
  if (refusal !== null) return { failure: refusal };
  if (!isSameBase(stamps.baseNs, host.baseNs())) return { failure: 'clock-stepped' };
  const sample = sampleOf(packet, stamps);
  return sample === null ? { failure: 'impossible-delay' } : { sample };
}
