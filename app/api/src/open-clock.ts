import { agreeingSources } from './clock/agreeing-sources.ts';
import { type ClockSource, noSource } from './clock/clock-source.ts';
import type { SourceKind } from './clock/clock-sources.ts';
import { openHostClock } from './clock/host-clock.ts';
import { openKernelSource } from './clock/kernel-source.ts';
import type { Log } from './clock/log.ts';
import { preferredSource } from './clock/preferred-source.ts';
import { ServerClock } from './clock/server-clock.ts';
import { ConfigError } from './config.ts';
import { plainAssociation } from './ntp/association.ts';
import { udpExchange } from './ntp/exchange.ts';
import { NtpSource, type NtpSourceOptions } from './ntp/ntp-source.ts';
import { readAuthorities } from './ntp/nts/authorities.ts';
import { tlsKeyExchange } from './ntp/nts/key-exchange.ts';
import { NtsAssociation } from './ntp/nts/nts-association.ts';
import { loadSiv } from './ntp/nts/siv.ts';
import { resolveHost } from './ntp/resolve.ts';
import { after } from './ntp/timers.ts';
import type { Config } from './settings.ts';

/** The clock as the settings have it, and the sources that it rests on. */
export interface OpenClock {
  readonly clock: ServerClock;
  readonly sources: readonly ClockSource[];
  /** Null when no server is asked. */
  readonly ntp: NtpSource | null;
  /** The authenticated ones among its servers. */
  readonly nts: readonly NtsAssociation[];
}

/**
 * Opens the clock and its sources. No server is asked before `ntp` is started.
 * @throws ConfigError when the file of certificates is not one.
 */
export function openClock(config: Config, log: Log): OpenClock {
  const { CLOCK_SOURCES: chosen, NTP_SERVERS = [] } = config;
  const host = openHostClock(config.CLOCK_ID ?? null);
  const maxBoundNs = BigInt(config.CLOCK_MAX_BOUND_MS) * 1_000_000n;
  const nts = openNts(config, log);
  const servers = [...NTP_SERVERS.map(plainAssociation), ...nts];
  const kinds = chosen === 'auto' ? sourcesHere(servers.length) : chosen;
  const kernel = kinds.includes('kernel')
    ? openKernelSource(config.CLOCK_KERNEL_ALLOWANCE_US, log)
    : null;
  const ntp = kinds.includes('ntp')
    ? openNtp({ servers, host, pollSeconds: config.NTP_POLL_SECONDS, maxBoundNs, log })
    : null;
  const byKind = { kernel, ntp, none: noSource('no clock source is configured') };
  const sources = kinds.map((kind) => byKind[kind]).filter((source) => source !== null);
  const mustAgree = chosen === 'auto' && kernel !== null && ntp !== null;
  const source = mustAgree ? agreeingSources(kernel, ntp) : preferredSource(sources);
  return { clock: new ServerClock({ host, source, maxBoundNs }), sources, ntp, nts };
}

function sourcesHere(servers: number): readonly SourceKind[] {
  return servers === 0 ? ['kernel'] : ['kernel', 'ntp'];
}

function openNts({ NTS_SERVERS = [], NTS_CA_FILE }: Config, log: Log): readonly NtsAssociation[] {
  const extraAuthorities = NTS_CA_FILE === undefined ? null : authoritiesIn(NTS_CA_FILE);
  const keyExchange = tlsKeyExchange({ after, extraAuthorities });
  const nowMs = () => performance.now();
  const ports = { keyExchange, loadSiv, nowMs, log };
  return NTS_SERVERS.map((server) => new NtsAssociation(server, ports));
}

function authoritiesIn(path: string): string {
  try {
    return readAuthorities(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      `NTS_CA_FILE is ${JSON.stringify(path)}; allowed: a readable file of certificates in PEM (${reason})`,
      { cause },
    );
  }
}

type NtpSettings = Pick<
  NtpSourceOptions,
  'servers' | 'host' | 'pollSeconds' | 'maxBoundNs' | 'log'
>;

function openNtp(settings: NtpSettings): NtpSource {
  return new NtpSource({
    ...settings,
    exchange: udpExchange({ host: settings.host, after }),
    resolve: resolveHost,
    after,
    random: Math.random,
  });
}
