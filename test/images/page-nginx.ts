import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../system/free-port.ts';
import { spawn } from '../system/spawn.ts';
import { unpackPackage } from '../system/unpack-package.ts';

const FRONTEND = fileURLToPath(new URL('../../app/frontend/', import.meta.url));

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

/**
 * Starts nginx from Debian's package, unpacked, on the built page, and waits until it listens.
 * `basePath` is what the chart mounts to serve the page below a path.
 */
export async function startPageNginx(
  webRoot = `${FRONTEND}dist`,
  basePath = '',
): Promise<PageNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'page-nginx-'));
  const [port, statusPort] = await Promise.all([freePort(), freePort()]);
  const documents = join(folder, 'documents.conf');
  writeFileSync(documents, writeDocuments());
  mkdirSync(join(folder, 'base-path'));
  writeFileSync(join(folder, 'base-path/base-path.conf'), basePath);
  const configuration = join(folder, 'nginx.conf');
  // The paths and ports of the image, in the places of this machine.
  const places: readonly (readonly [string, string])[] = [
    [' /tmp/', ` ${folder}/`],
    ['listen 8080', `listen 127.0.0.1:${port}`],
    ['listen [::]:8080', `listen [::1]:${port}`],
    ['/etc/nginx/base-path', join(folder, 'base-path')],
    ['127.0.0.1:8081', `127.0.0.1:${statusPort}`],
    ['root /srv/page', `root ${webRoot}`],
    ['/etc/nginx/documents.conf', documents],
  ];
  // Debian's nginx may be older than 1.27.4, which brought the directive; test/cluster runs the image's.
  const text = readFileSync(`${FRONTEND}nginx/nginx.conf`, 'utf8').replace(
    /^.*keepalive_min_.*$/m,
    '',
  );
  writeFileSync(
    configuration,
    places.reduce((config, [image, here]) => config.replaceAll(image, here), text),
  );
  // A file: nginx opens /dev/stdout, which can't be done to the sockets that Node takes for pipes.
  const accessLog = join(folder, 'access.log');
  const binary = join(unpackPackage('nginx'), 'usr/sbin/nginx');
  const listening = watchForProcessId(folder);
  const nginx = spawn(binary, ['-e', 'stderr', '-c', configuration, ...asThisUser()], {
    stdio: ['ignore', openSync(accessLog, 'a'), 'inherit'],
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

function writeDocuments(): string {
  const script = `${FRONTEND}nginx/write-documents.ts`;
  return execFileSync(process.execPath, ['--conditions=source', script], { encoding: 'utf8' });
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
