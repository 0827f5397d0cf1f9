import { Counter, Gauge, type Registry } from 'prom-client';
import type { ClockSource } from '../clock/clock-source.ts';
import type { NtpSource } from '../ntp/ntp-source.ts';
import type { NtsAssociation } from '../ntp/nts/nts-association.ts';

/** Exposes the offset of UTC by each source that gives one, whether answers rest on it or not. */
export function meterSources(registry: Registry, sources: readonly ClockSource[]): void {
  new Gauge({
    name: 'clock_source_offset_seconds',
    help: 'UTC minus host clock by each source that gives a bound: the middle of its interval.',
    labelNames: ['source'],
    registers: [registry],
    collect() {
      this.reset();
      for (const reading of sources.map((source) => source.read())) {
        if (reading.kind !== 'offset') continue;
        this.set({ source: reading.source }, Number(reading.minNs + reading.maxNs) / 2e9);
      }
    },
  });
}

/** Counts exchanges and contradictions by server, and names the outvoted servers. */
export function meterNtp(registry: Registry, ntp: NtpSource): void {
  new Counter({
    name: 'ntp_exchanges_total',
    help: 'Exchanges with each NTP server by outcome; "sample" is success.',
    labelNames: ['server', 'outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { name: server, outcomes } of ntp.servers) {
        this.inc({ server, outcome: 'sample' }, 0);
        for (const [outcome, count] of outcomes) this.inc({ server, outcome }, count);
      }
    },
  });
  new Counter({
    name: 'ntp_contradictions_total',
    help: 'How often the answers of one NTP server excluded each other: a drift beyond what was assumed, or a server whose clock was set.',
    labelNames: ['server'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { name: server, contradictions } of ntp.servers)
        this.inc({ server }, contradictions);
    },
  });
  new Gauge({
    name: 'ntp_falseticker',
    help: '1 for an NTP server that a majority of the others proves wrong, else 0.',
    labelNames: ['server'],
    registers: [registry],
    collect() {
      for (const { name: server } of ntp.servers) {
        this.set({ server }, ntp.falsetickers.includes(server) ? 1 : 0);
      }
    },
  });
}

/** Counts key exchanges of NTS by server and outcome, and shows what they left. */
export function meterNts(registry: Registry, servers: readonly NtsAssociation[]): void {
  new Counter({
    name: 'nts_key_exchanges_total',
    help: 'Key exchanges with the key server of each NTS server by outcome; "keys" is success.',
    labelNames: ['server', 'outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { name: server, keyExchanges } of servers) {
        this.inc({ server, outcome: 'keys' }, 0);
        for (const [outcome, count] of keyExchanges) this.inc({ server, outcome }, count);
      }
    },
  });
  new Gauge({
    name: 'nts_cookies',
    help: 'Cookies in stock for each NTS server; each exchange spends one, and its reply brings one.',
    labelNames: ['server'],
    registers: [registry],
    collect() {
      for (const { name: server, cookies } of servers) this.set({ server }, cookies);
    },
  });
  new Gauge({
    name: 'nts_certificate_expiry_timestamp_seconds',
    help: "The end of the validity of each key server's certificate at the last key exchange, since 1970.",
    labelNames: ['server'],
    registers: [registry],
    collect() {
      for (const { name: server, certificateExpires } of servers) {
        if (certificateExpires !== null) this.set({ server }, certificateExpires.getTime() / 1000);
      }
    },
  });
}
