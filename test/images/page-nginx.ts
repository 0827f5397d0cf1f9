import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nginxConfig } from '../../app/frontend/nginx/nginx-config.ts';
import { freePort } from '../system/free-port.ts';
import { unpackPackage } from '../system/unpack-package.ts';

const WEB_ROOT = fileURLToPath(new URL('../../app/frontend/dist', import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly logLines: readonly string[];
}

/** Debian's nginx on loopback, with the configuration of the image. */
export interface PageNginx {
  readonly port: number;
  readonly statusPort: number;
  /** Its exit code and its access log, once it has ended. */
  readonly ended: Promise<Ended>;
  /** Tells it to stop as the image's stop signal does: open requests are answered first. */
  quit(): void;
}

/** Starts nginx from Debian's package, unpacked, on the built page, and waits until it listens. */
export async function startPageNginx(webRoot = WEB_ROOT): Promise<PageNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'page-nginx-'));
  const [port, statusPort] = await Promise.all([freePort(), freePort()]);
  const configuration = join(folder, 'nginx.conf');
  const settings = {
    webRoot,
    listen: `127.0.0.1:${port}`,
    statusListen: `127.0.0.1:${statusPort}`,
    temporaryFolder: folder,
  };
  writeFileSync(configuration, nginxConfig(settings));
  // A file: nginx opens /dev/stdout, which can't be done to the sockets that Node takes for pipes.
  const accessLog = join(folder, 'access.log');
  const binary = join(unpackPackage('nginx'), 'usr/sbin/nginx');
  const listening = watchForProcessId(folder);
  const nginx = spawn(binary, ['-e', 'stderr', '-c', configuration, ...asThisUser()], {
    stdio: ['ignore', openSync(accessLog, 'a', 0o666), 'inherit'],
  });
  const ended = once(nginx, 'exit').then(([exitCode]) => {
    const logLines = readFileSync(accessLog, 'utf8').trim().split('\n');
    rmSync(folder, { recursive: true });
    return { exitCode, logLines };
  });
  const failure = ended.then(({ exitCode }) => `nginx ended with ${exitCode}`);
  const problem = await Promise.race([listening, failure]);
  if (problem !== undefined) throw new Error(problem);
  return { port, statusPort, ended, quit: () => nginx.kill('SIGQUIT') };
}

/**
 * Started by root, nginx answers as another user, who can't read a clone below /root, nor one made
 * with umask 077.
 */
function asThisUser(): readonly string[] {
  return process.getuid?.() === 0 ? ['-g', 'user root;'] : [];
}

/** nginx writes its process id when it has opened its ports. Call it before nginx starts. */
function watchForProcessId(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name !== 'nginx.pid') return;
      watcher.close();
      resolve();
    });
  });
}
