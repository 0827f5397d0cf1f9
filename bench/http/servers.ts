import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API_HEADERS } from '@dataiku-assessment/contract/response-headers';
import type { ServerCommand } from './server-process.ts';

const TIME_PATH = '/api/v1/time';

/** The API as it ships: the bundle, everything on. */
export const PRODUCT: ServerCommand = {
  name: 'this API',
  path: TIME_PATH,
  // With the flag and the variable of app/api/Dockerfile.
  command: () => [
    process.execPath,
    '--max-semi-space-size=2',
    inRepository('app/api/dist/main.cjs'),
  ],
  env: () => ({ HOST: '127.0.0.1', MANAGEMENT_PORT: '0', MALLOC_ARENA_MAX: '1' }),
};

/** The most that node:http can do, and the same answer from Python. */
export const PEERS: readonly ServerCommand[] = [
  {
    name: 'node:http, a constant',
    path: '/',
    command: () => [process.execPath, inRepository('bench/http/peers/constant.ts')],
  },
  {
    name: 'Flask under gunicorn',
    path: TIME_PATH,
    command: (port) => [
      '/usr/bin/gunicorn',
      ...['--chdir', inRepository('bench/http/peers'), '--bind', `127.0.0.1:${port}`],
      ...['--workers', '1', '--worker-class', 'gthread', '--threads', '4', '--keep-alive', '60'],
      ...['--log-level', 'error', 'flask_app:app'],
    ],
    env: () => ({
      ANSWER_HEADERS: JSON.stringify(API_HEADERS),
      PYTHONDONTWRITEBYTECODE: '1',
    }),
  },
];

/** nginx with one worker that returns a constant. `nginx` is the path of its binary. */
export function constantNginx(nginx: string): ServerCommand {
  return {
    name: 'nginx, a constant',
    path: '/',
    command(port) {
      const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
      const configuration = join(folder, 'nginx.conf');
      writeFileSync(configuration, nginxConfiguration(folder, port));
      return [nginx, '-p', folder, '-c', configuration];
    },
  };
}

function nginxConfiguration(folder: string, port: number): string {
  return `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 100000000;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; location / { return 200 "ok\\n"; } }
}
`;
}

function inRepository(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
