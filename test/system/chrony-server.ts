import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { openHostClock } from '../../app/api/src/clock/host-clock.ts';
import { udpExchange } from '../../app/api/src/ntp/exchange.ts';
import type { Certificate } from '../../app/api/src/ntp/nts/certificates.fixture.ts';
import { after } from '../../app/api/src/ntp/timers.ts';
import { freePort, freeUdpPort } from './free-port.ts';
import { spawn } from './spawn.ts';
import { unpackPackage } from './unpack-package.ts';

/** A real NTP server on loopback that gives the time of this machine's clock. */
export interface ChronyServer {
  /** As NTP_SERVERS takes it. */
  readonly name: string;
  /** Ends it and waits until it is gone: its port is dead from then on. */
  stop(): Promise<void>;
}

/** The same with NTS. */
export interface NtsChronyServer extends ChronyServer {
  readonly ports: NtsPorts;
}

interface NtsPorts {
  readonly ntp: number;
  /** Of key establishment. */
  readonly keys: number;
}

interface NtsOptions {
  /** Free ones by default. */
  readonly ports?: NtsPorts;
  /** Where it tells its clients to ask for the time, on its port; by default at its own address. */
  readonly host?: string;
}

/** Starts chronyd from Debian's package, unpacked, and waits until it answers. It sets no clock. */
export async function startChrony(): Promise<ChronyServer> {
  const port = await freeUdpPort();
  return { name: `127.0.0.1:${port}`, stop: await runChronyd(port, []) };
}

/** Likewise, as an NTS server for the name localhost. Each start makes new keys for its cookies. */
export async function startNtsChrony(
  { certificateFile, keyFile }: Certificate,
  { ports, host = '127.0.0.1' }: NtsOptions = {},
): Promise<NtsChronyServer> {
  const { ntp, keys } = ports ?? { ntp: await freeUdpPort(), keys: await freePort() };
  const stop = await runChronyd(ntp, [
    `ntsserverkey ${keyFile}`,
    `ntsservercert ${certificateFile}`,
    `ntsport ${keys}`,
    `ntsntpserver ${host}`,
    'ntsprocesses 0',
  ]);
  return { name: `localhost:${keys}`, ports: { ntp, keys }, stop };
}

/** Runs the daemon on a port until the returned function is called. */
async function runChronyd(port: number, lines: readonly string[]): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chrony-'));
  const configuration = join(folder, 'chrony.conf');
  await writeFile(configuration, [...configurationOf(port, folder), ...lines, ''].join('\n'));
  const options = ['-x', '-U', '-d', '-u', userInfo().username, '-f', configuration];
  const daemon = spawn(join(unpackPackage('chrony'), 'usr/sbin/chronyd'), options, {
    stdio: 'ignore',
  });
  await firstAnswer(port, () => daemon.exitCode !== null);
  return async () => {
    daemon.kill('SIGKILL');
    if (daemon.exitCode === null && daemon.signalCode === null) await once(daemon, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
}

/** A server of stratum 1 on loopback, without a way to control it. */
function configurationOf(port: number, folder: string): readonly string[] {
  return [
    `port ${port}`,
    'bindaddress 127.0.0.1',
    'allow 127.0.0.1',
    'local stratum 1',
    'cmdport 0',
    'bindcmdaddress /',
    `pidfile ${join(folder, 'chronyd.pid')}`,
  ];
}

async function firstAnswer(port: number, hasEnded: () => boolean): Promise<void> {
  const exchange = udpExchange({ host: openHostClock(null), after });
  for (;;) {
    const result = await exchange('127.0.0.1', port);
    if (!('failure' in result) || result.failure !== 'unreachable') return;
    if (hasEnded()) throw new Error('chronyd ended before it answered');
  }
}
