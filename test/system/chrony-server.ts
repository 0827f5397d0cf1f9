import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { openHostClock } from '../../app/api/src/clock/host-clock.ts';
import { udpExchange } from '../../app/api/src/ntp/exchange.ts';
import { after } from '../../app/api/src/ntp/timers.ts';
import { freeUdpPort } from './free-port.ts';
import { unpackPackage } from './unpack-package.ts';

/** A real NTP server on loopback that gives the time of this machine's clock. */
export interface ChronyServer {
  /** As NTP_SERVERS takes it. */
  readonly name: string;
  /** Ends it and waits until it is gone: its port is dead from then on. */
  stop(): Promise<void>;
}

/** Starts chronyd from Debian's package, unpacked, and waits until it answers. It sets no clock. */
export async function startChrony(): Promise<ChronyServer> {
  const folder = await mkdtemp(join(tmpdir(), 'chrony-'));
  const port = await freeUdpPort();
  const configuration = join(folder, 'chrony.conf');
  await writeFile(configuration, configurationOf(port, folder));
  const options = ['-x', '-U', '-d', '-u', userInfo().username, '-f', configuration];
  const daemon = spawn(join(unpackPackage('chrony'), 'usr/sbin/chronyd'), options, {
    stdio: 'ignore',
  });
  await firstAnswer(port, () => daemon.exitCode !== null);
  return {
    name: `127.0.0.1:${port}`,
    async stop() {
      daemon.kill('SIGKILL');
      await once(daemon, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

/** A server of stratum 1 on loopback, without a way to control it. */
function configurationOf(port: number, folder: string): string {
  return [
    `port ${port}`,
    'bindaddress 127.0.0.1',
    'allow 127.0.0.1',
    'local stratum 1',
    'cmdport 0',
    'bindcmdaddress /',
    `pidfile ${join(folder, 'chronyd.pid')}`,
    '',
  ].join('\n');
}

async function firstAnswer(port: number, hasEnded: () => boolean): Promise<void> {
  const exchange = udpExchange({ host: openHostClock(null), after });
  for (;;) {
    const result = await exchange('127.0.0.1', port);
    if (!('failure' in result) || result.failure !== 'unreachable') return;
    if (hasEnded()) throw new Error('chronyd ended before it answered');
  }
}
