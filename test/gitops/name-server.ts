import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../system/free-port.ts';
import { watchLog } from '../system/watch-log.ts';
import { unpack } from './debian.ts';

const nsd = unpack('nsd');
const command = (name: string) => `${nsd.root}/usr/sbin/${name}`;

/** A zone with these records, as a name server wants it: with an authority of its own. */
export function zoneFile(records: string): string {
  return `$TTL 60\n@ IN SOA ns.example. hostmaster.example. 1 3600 600 86400 60\n@ IN NS ns.example.\n${records}`;
}

/** Throws with the reason where the zone can't be loaded. */
export function checkZone(zone: string, text: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'zone-'));
  writeFileSync(join(folder, 'zone'), text);
  try {
    execFileSync(command('nsd-checkzone'), [zone, join(folder, 'zone')], {
      env: nsd.environment,
      stdio: 'pipe',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Serves a zone on loopback, until it is closed. */
export async function startNameServer(zone: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'nsd-'));
  const port = await freePort();
  writeFileSync(join(folder, 'zone'), text);
  writeFileSync(join(folder, 'nsd.conf'), configuration(folder, port, zone));
  const server = spawn(command('nsd'), ['-d', '-c', join(folder, 'nsd.conf'), '-V', '2'], {
    env: nsd.environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await watchLog(server.stderr).logged(/nsd started/);
  return {
    address: `127.0.0.1:${port}`,
    async close() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function configuration(folder: string, port: number, zone: string): string {
  return `server:
  ip-address: 127.0.0.1
  port: ${port}
  server-count: 1
  username: ${userInfo().username}
  chroot: ""
  zonesdir: "${folder}"
  database: ""
  pidfile: "${folder}/nsd.pid"
  xfrdfile: "${folder}/xfrd.state"
  xfrdir: "${folder}"
  zonelistfile: "${folder}/zone.list"
  cookie-secret-file: ""
remote-control:
  control-enable: no
zone:
  name: ${zone}
  zonefile: zone
`;
}
