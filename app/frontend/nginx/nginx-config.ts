import { PROBLEM_MEDIA_TYPE } from '@dataiku-assessment/contract';
import {
  HASHED_ASSETS_PATH,
  PAGE_CACHE_CONTROL,
  SECURITY_HEADERS,
} from '@dataiku-assessment/contract/response-headers';
import { refusalLocations } from './refusals.ts';

export interface NginxSettings {
  /** The folder of the built page. */
  readonly webRoot: string;
  /** Where the page is served, on all addresses unless it names one. */
  readonly listen: string;
  /** Where nginx tells its counters, on loopback alone. */
  readonly statusListen: string;
  /** A folder that nginx may write to: its process id, and bodies of requests. */
  readonly temporaryFolder: string;
}

/** The settings of the image. */
export const IMAGE_SETTINGS: NginxSettings = {
  // Not nginx's own folder, which holds a page of its own.
  webRoot: '/srv/page',
  listen: '8080',
  statusListen: '127.0.0.1:8081',
  temporaryFolder: '/tmp',
};

/** What the page is made of, typed as the API types it when it serves the page itself. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  'application/javascript': 'js',
  'application/json': 'json',
  'application/manifest+json': 'webmanifest',
  'font/woff2': 'woff2',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'text/css': 'css',
  'text/html': 'html',
  'text/plain': 'txt',
};

const WITH_CHARSET = ['application/javascript', 'application/json', 'text/css', 'text/plain'];

/** The fields of a line of the access log. Not the client's address: it is personal data. */
const LOG_FIELDS: Readonly<Record<string, string>> = {
  level: '"info"',
  time: '"$time_iso8601"',
  msg: '"request"',
  instance: '"$hostname"',
  method: '"$request_method"',
  url: '"$request_uri"',
  // 000 where a connection ended without an answer: no number in JSON.
  status: '"$status"',
  durationSeconds: '$request_time',
  bodyBytes: '$body_bytes_sent',
  encoding: '"$sent_http_content_encoding"',
  traceparent: '"$http_traceparent"',
};

/**
 * The whole configuration of the nginx that serves the page, to the same effect as the API's own
 * serving: a test compares the two answer by answer.
 */
export function nginxConfig(settings: NginxSettings): string {
  const { webRoot, listen, statusListen, temporaryFolder } = settings;
  return `# Generated from the response headers of packages/contract by app/frontend/nginx.
daemon off;
# Not one per core of the node: each takes memory, and the container's limit is small.
worker_processes 2;
pid ${temporaryFolder}/nginx.pid;
# Below crit are the faults of clients, with their addresses.
error_log stderr crit;
worker_shutdown_timeout 20s;

events {
  worker_connections 2048;
}

http {
  types {
${lines(MEDIA_TYPES, (type, extension) => `    ${type} ${extension};`)}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${WITH_CHARSET.join(' ')} ${PROBLEM_MEDIA_TYPE};

  log_format json escape=json '{${Object.entries(LOG_FIELDS)
    .map(([name, value]) => `"${name}":${value}`)
    .join(',')}}';
  access_log /dev/stdout json;
  server_tokens off;
  sendfile on;
  tcp_nopush on;

  # Longer than the 90 s after which Traefik closes an idle connection: the edge closes first.
  keepalive_timeout 95s;
  client_header_timeout 30s;
  client_body_timeout 30s;
  send_timeout 30s;
  client_max_body_size 16k;
  large_client_header_buffers 4 16k;

  # Without modules for them, nginx still makes these folders when it starts.
  client_body_temp_path ${temporaryFolder}/client_body;
  proxy_temp_path ${temporaryFolder}/proxy;
  fastcgi_temp_path ${temporaryFolder}/fastcgi;
  uwsgi_temp_path ${temporaryFolder}/uwsgi;
  scgi_temp_path ${temporaryFolder}/scgi;

  # The files are compressed already. Proxies say Via, and take gzip like everyone else.
  gzip_static on;
  gzip_proxied any;
  gzip_http_version 1.0;

  # Parts of a file are for media players; without them, an answer is the whole file.
  max_ranges 0;
  # RFC 9110 §13.1.3; nginx by itself asks for the very same date.
  if_modified_since before;

  map "$status $uri" $cache_control {
    "200 /healthz" no-store;
    "~^(200|304) ${HASHED_ASSETS_PATH}" "${PAGE_CACHE_CONTROL.hashed}";
    "~^(200|304) " "${PAGE_CACHE_CONTROL.other}";
  }
  map $status $vary {
    "~^(200|304)$" accept-encoding;
  }
  map $status $allow {
    405 "GET, HEAD";
  }
  # nginx tidies a path before it looks for the file; the page has no untidy addresses.
  map $request_uri $is_untidy {
    "~*^[^?]*(%2f|(/|%5c)(/|\\.|%2e))" 1;
  }
  map $request_uri $is_too_long {
    "~^.{4097}" 1;
  }

  server {
    listen ${listen};
    root ${webRoot};

${lines(SECURITY_HEADERS, (name, value) => `    add_header ${name} "${value}" always;`)}
    add_header cache-control $cache_control;
    add_header vary $vary;
    add_header allow $allow always;

    # The document has one address, and compressed files have none of their own.
    location = / {
      if ($is_untidy) { return 404; }
      if ($is_too_long) { return 414; }
      try_files /index.html =404;
    }
    location = /index.html {
      return 404;
    }
    location ~ \\.gz$ {
      return 404;
    }
    location / {
      if ($is_untidy) { return 404; }
      if ($is_too_long) { return 414; }
      try_files $uri =404;
    }

    location = /healthz {
      access_log off;
      if ($request_method !~ "^(GET|HEAD)$") { return 405; }
      default_type text/plain;
      return 200 "healthy\\n";
    }

${refusalLocations()}
  }

  server {
    listen ${statusListen};
    access_log off;
    location = /stub_status {
      stub_status;
    }
    location / {
      return 404;
    }
  }
}
`;
}

function lines(
  entries: Readonly<Record<string, string>>,
  line: (key: string, value: string) => string,
): string {
  return Object.entries(entries)
    .map(([key, value]) => line(key, value))
    .join('\n');
}
