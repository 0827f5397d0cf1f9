import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API_HEADERS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import type { ServerCommand } from './server-process.ts';

export const TIME_PATH = '/api/v1/time';

/** The requests whose work is zone arithmetic. */
export const ZONE_PATHS: readonly string[] = [
  `${TIME_PATH}?timezone=Europe/Paris`,
  '/api/v1/timezone?id=Europe/Paris',
  '/api/v1/convert?at=2026-07-01T12:00:00&from=Europe/Paris&to=Asia/Tokyo,America/New_York,Australia/Sydney',
];

/** The product, as it ships: the bundle, everything on. */
export const PRODUCT: ServerCommand = {
  name: 'this API',
  path: TIME_PATH,
  command: () => [process.execPath, inRepository('app/api/dist/main.js')],
  // As app/api/Dockerfile sets it.
  env: () => ({ HOST: '127.0.0.1', MANAGEMENT_PORT: '0', MALLOC_ARENA_MAX: '1' }),
};

/** The same, but nothing counts or times requests. */
export const UNMEASURED: ServerCommand = {
  ...PRODUCT,
  name: 'this API without metrics',
  command: () => [
    process.execPath,
    '--conditions=source',
    inRepository('bench/http/peers/unmeasured.ts'),
  ],
};

export const HANDMADE = handmade('node:http by hand', ['headers', 'validation', 'metrics', 'log']);

export const CONSTANT: ServerCommand = {
  name: 'node:http, a constant',
  path: '/',
  command: () => [process.execPath, inRepository('bench/http/peers/constant.ts')],
};

export const FLASK: ServerCommand = {
  name: 'Flask under gunicorn',
  path: TIME_PATH,
  command: (port) => [
    '/usr/bin/gunicorn',
    ...['--chdir', inRepository('bench/http/peers'), '--bind', `127.0.0.1:${port}`],
    ...['--workers', '1', '--worker-class', 'gthread', '--threads', '4', '--keep-alive', '60'],
    ...['--log-level', 'error', 'flask_app:app'],
  ],
  env: () => ({
    ANSWER_HEADERS: JSON.stringify({ ...SECURITY_HEADERS, ...API_HEADERS }),
    ZONE_TABLE: inRepository('app/api/src/time/zone-table.json'),
    PYTHONDONTWRITEBYTECODE: '1',
  }),
};

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

/** What each part of the work costs when it is done by hand, added one by one. */
export const PARTS: readonly ServerCommand[] = [
  handmade('by hand: body', []),
  handmade('+ headers', ['headers']),
  handmade('+ validation', ['headers', 'validation']),
  handmade('+ metrics', ['headers', 'validation', 'metrics']),
];

function handmade(name: string, parts: readonly string[]): ServerCommand {
  const script = inRepository('bench/http/peers/handmade.ts');
  return {
    name,
    path: TIME_PATH,
    command: () => [process.execPath, '--conditions=source', script],
    env: () => ({ PARTS: parts.join(',') }),
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
