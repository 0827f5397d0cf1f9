import type { SyncAnswer } from '@dataiku-assessment/contract';
import { type SyncProxy, startSyncProxy } from '../system/sync-proxy.ts';

type ClockStatus = SyncAnswer['clock'];

/** What the server is made to say and be. Each field may change while the page is open. */
export interface AlteredServer {
  readonly proxy: SyncProxy;
  /** Where UTC lies against its host clock, in ms; null while it can't tell. */
  utcMs: { readonly min: number; readonly max: number } | null;
  status: ClockStatus['status'];
  reason: string | null;
  /** How far its host clock is ahead, in ms. */
  aheadMs: number;
  /** How far the base of its host clock is ahead, in ms: equal to `aheadMs` when it was set openly. */
  baseAheadMs: number;
}

/** A server that states what the test wants, by default that it knows UTC to within 0.8 ms by NTP. */
export async function startAlteredServer(apiPort: number): Promise<AlteredServer> {
  const server = {
    utcMs: { min: -0.8, max: 0.8 },
    status: 'synchronized',
    reason: null,
    aheadMs: 0,
    baseAheadMs: 0,
  } as Omit<AlteredServer, 'proxy'>;
  const alter = (answer: SyncAnswer): SyncAnswer => {
    const { utcMs, status, reason, aheadMs, baseAheadMs } = server;
    const source = status === 'unknown' ? 'none' : 'ntp';
    const baseNs = shifted(answer.clock.baseNs, baseAheadMs);
    return {
      ...answer,
      receivedNs: shifted(answer.receivedNs, aheadMs),
      sentNs: shifted(answer.sentNs, aheadMs),
      utcMinusHost: utcMs && { minNs: toNs(utcMs.min), maxNs: toNs(utcMs.max) },
      clock: { ...answer.clock, status, reason, source, baseNs },
    };
  };
  return Object.assign(server, { proxy: await startSyncProxy([{ port: apiPort, alter }]) });
}

function toNs(ms: number): string {
  return String(Math.round(ms * 1e6));
}

function shifted(ns: string, byMs: number): string {
  return String(BigInt(ns) + BigInt(toNs(byMs)));
}
