import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../system/free-port.ts';
import { watchLog } from '../system/watch-log.ts';
import { unpack } from './debian.ts';
import { startNameServer, zoneFile } from './name-server.ts';

/** The host that gets a certificate. */
export const HOST = 'dataiku.promoldova.org';

/** What the host serves: for about half a second. */
export const PAGE = 'served\n'.repeat(7_000);

const pebble = unpack('pebble');
const nginx = unpack('nginx');
const dehydrated = unpack('dehydrated');

/** An ACME server, a reverse proxy before it, and a client: what Let's Encrypt, Traefik and cert-manager are. */
export async function openAcme() {
  const folder = mkdtempSync(join(tmpdir(), 'acme-'));
  const ports = {
    acme: await freePort(),
    http: await freePort(),
    https: await freePort(),
  };
  const challenges = join(folder, 'challenges');
  mkdirSync(challenges);
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page/index.html'), PAGE);
  selfSigned(folder, 'acme', '127.0.0.1', 'IP:127.0.0.1');
  // Something to start with: the proxy serves before it has a certificate.
  selfSigned(folder, 'edge', HOST, `DNS:${HOST}`);

  writeFileSync(join(folder, 'nginx.conf'), proxyConfiguration(folder, ports));
  const proxy = spawn(`${nginx.root}/usr/sbin/nginx`, ['-p', folder, '-c', 'nginx.conf'], {
    env: nginx.environment,
    stdio: 'ignore',
  });
  const names = await startNameServer(
    'promoldova.org',
    zoneFile(`${HOST}. IN A 127.0.0.1
`),
  );
  writeFileSync(join(folder, 'pebble.json'), JSON.stringify(acmeConfiguration(folder, ports)));
  const server = spawn(
    `${pebble.root}/usr/bin/pebble`,
    ['-config', join(folder, 'pebble.json'), '-dnsserver', names.address],
    // Validations without a pause, and with none of the failures that pebble makes up by itself.
    {
      env: { ...process.env, PEBBLE_VA_NOSLEEP: '1', PEBBLE_WFE_NONCEREJECT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const log = watchLog(server.stdout);
  await log.logged(/ACME directory available/);

  return {
    ports,
    log: log.lines,
    /** Gets a certificate, or renews it, and has the proxy take it up. */
    async issue() {
      writeFileSync(join(folder, 'client'), clientConfiguration(folder, challenges, ports.acme));
      writeFileSync(join(folder, 'domains.txt'), `${HOST}\n`);
      const command = `${dehydrated.root}/usr/bin/dehydrated`;
      const config = ['--config', join(folder, 'client')];
      await promisify(execFile)(command, [...config, '--cron', '--force', '--accept-terms']);
      for (const [from, to] of [
        ['fullchain', 'edge.crt'],
        ['privkey', 'edge.key'],
      ] as const)
        writeFileSync(
          join(folder, to),
          readFileSync(join(folder, 'certificates', HOST, `${from}.pem`)),
        );
      proxy.kill('SIGHUP');
    },
    async close() {
      for (const child of [proxy, server]) {
        const ended = once(child, 'exit');
        if (child.kill('SIGTERM')) await ended;
      }
      await names.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function selfSigned(folder: string, name: string, subject: string, alternative: string): void {
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-x509'];
  const who = ['-subj', `/CN=${subject}`, '-addext', `subjectAltName=${alternative}`];
  const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.crt`)];
  execFileSync('openssl', ['req', ...kind, ...who, ...files], { stdio: 'ignore' });
}

/** Everything to HTTPS but the challenge, as Traefik's values have it. */
function proxyConfiguration(
  folder: string,
  { http, https }: { http: number; https: number },
): string {
  return `daemon off;
user ${userInfo().username};
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${http};
    location /.well-known/acme-challenge/ { alias ${folder}/challenges/; }
    location / { return 301 https://$host$request_uri; }
  }
  server {
    listen 127.0.0.1:${https} ssl;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_certificate ${folder}/edge.crt;
    ssl_certificate_key ${folder}/edge.key;
    # Slow enough for requests to be under way whenever the certificate changes.
    location / { root ${folder}/page; limit_rate 100k; }
  }
}
`;
}

function acmeConfiguration(folder: string, ports: { acme: number; http: number; https: number }) {
  return {
    pebble: {
      listenAddress: `127.0.0.1:${ports.acme}`,
      managementListenAddress: '127.0.0.1:0',
      certificate: join(folder, 'acme.crt'),
      privateKey: join(folder, 'acme.key'),
      httpPort: ports.http,
      tlsPort: ports.https,
      ocspResponderURL: '',
      externalAccountBindingRequired: false,
    },
  };
}

function clientConfiguration(folder: string, challenges: string, port: number): string {
  return `CA=https://127.0.0.1:${port}/dir
CURL_OPTS="--cacert ${folder}/acme.crt --noproxy 127.0.0.1"
CHALLENGETYPE=http-01
WELLKNOWN=${challenges}
BASEDIR=${folder}
CERTDIR=${folder}/certificates
DOMAINS_TXT=${folder}/domains.txt
KEY_ALGO=prime256v1
ACCOUNT_KEYSIZE=2048
`;
}
