import { agreeingSources } from './clock/agreeing-sources.ts';
import { type ClockSource, noSource } from './clock/clock-source.ts';
import type { SourceKind } from './clock/clock-sources.ts';
import { openHostClock } from './clock/host-clock.ts';
import { openKernelSource } from './clock/kernel-source.ts';
import type { Log } from './clock/log.ts';
import { preferredSource } from './clock/preferred-source.ts';
import { ServerClock } from './clock/server-clock.ts';
import { udpExchange } from './ntp/exchange.ts';
import { NtpSource, type NtpSourceOptions } from './ntp/ntp-source.ts';
import { resolveHost } from './ntp/resolve.ts';
import type { ServerAddress } from './ntp/server-address.ts';
import { after } from './ntp/timers.ts';
import type { Config } from './settings.ts';

/** The clock as the settings have it, and the sources that it rests on. */
export interface OpenClock {
  readonly clock: ServerClock;
  readonly sources: readonly ClockSource[];
  /** Null when no server is asked. */
  readonly ntp: NtpSource | null;
}

/** Opens the clock and its sources. No server is asked before `ntp` is started. */
export async function openClock(config: Config, log: Log): Promise<OpenClock> {
  const { CLOCK_SOURCES: chosen, NTP_SERVERS: servers = [] } = config;
  const host = openHostClock(config.CLOCK_ID ?? null);
  const kinds = chosen === 'auto' ? sourcesHere(servers) : chosen;
  const kernel = kinds.includes('kernel')
    ? await openKernelSource(config.CLOCK_KERNEL_ALLOWANCE_US, log)
    : null;
  const ntp = kinds.includes('ntp')
    ? openNtp({ servers, host, pollSeconds: config.NTP_POLL_SECONDS, log })
    : null;
  const byKind = { kernel, ntp, none: noSource('no clock source is configured') };
  const sources = kinds.map((kind) => byKind[kind]).filter((source) => source !== null);
  const mustAgree = chosen === 'auto' && kernel !== null && ntp !== null;
  const source = mustAgree ? agreeingSources(kernel, ntp) : preferredSource(sources);
  const maxBoundNs = BigInt(config.CLOCK_MAX_BOUND_MS) * 1_000_000n;
  return { clock: new ServerClock({ host, source, maxBoundNs }), sources, ntp };
}

function sourcesHere(servers: readonly ServerAddress[]): readonly SourceKind[] {
  return servers.length === 0 ? ['kernel'] : ['kernel', 'ntp'];
}

type NtpSettings = Pick<NtpSourceOptions, 'servers' | 'host' | 'pollSeconds' | 'log'>;

function openNtp(settings: NtpSettings): NtpSource {
  return new NtpSource({
    ...settings,
    exchange: udpExchange({ host: settings.host, after }),
    resolve: resolveHost,
    after,
    random: Math.random,
  });
}
