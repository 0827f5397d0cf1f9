import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { COMPILED, readBundle } from '../../app/api/src/compiled-bundle.ts';
import { API_BUNDLE, failToStartApi, startApi } from './api-process.ts';

const refusals: readonly [variable: string, value: string, line: string][] = [
  ['PORT', 'http', 'PORT is "http"; allowed: a whole number from 0 to 65535'],
  [
    'TRUST_PROXY',
    '0.0.0.0/0',
    'TRUST_PROXY is "0.0.0.0/0"; allowed: address ranges such as 10.0.0.0/8,fd00::/8',
  ],
  ['WEB_ROOT', '/nowhere', 'WEB_ROOT is "/nowhere"; allowed: a folder with an index.html'],
  [
    'GEOIP_DATABASE',
    '/nowhere',
    `GEOIP_DATABASE is "/nowhere"; allowed: a readable MMDB file (ENOENT: no such file or directory, stat '/nowhere')`,
  ],
  ['LOG_LEVLE', 'info', 'LOG_LEVLE is not a setting; use LOG_LEVEL'],
  ['HOST', '192.0.2.1', noAddress('192.0.2.1', 'EADDRNOTAVAIL')],
  // An empty label: refused by the resolver itself, whatever the network.
  ['HOST', 'a..b', noAddress('a..b', 'ENOTFOUND')],
];
function noAddress(host: string, code: string): string {
  return `HOST is "${host}", which is not an address of this machine; use 127.0.0.1, 0.0.0.0 or :: (${code})`;
}
for (const [variable, value, line] of refusals) {
  test(`says in one line why it can't start with ${variable}=${value}, and exits with 1`, async () => {
    const { stderr, exitCode } = await failToStartApi({ [variable]: value });
    assert.equal(stderr, `dataiku-api: ${line}\n`);
    assert.equal(exitCode, 1);
  });
}

for (const variable of ['PORT', 'MANAGEMENT_PORT']) {
  test(`says in one line that its ${variable} is in use, and exits with 1`, async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    t.after(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { stderr, exitCode } = await failToStartApi({ [variable]: String(port) });
    const why = 'which another process listens on; choose a free port (EADDRINUSE)';
    assert.equal(stderr, `dataiku-api: ${variable} is ${port}, ${why}\n`);
    assert.equal(exitCode, 1);
  });
}

test('answers IPv4 and IPv6 unless HOST says otherwise', async () => {
  const api = await startApi({ HOST: '' });
  for (const host of ['127.0.0.1', '[::1]']) {
    assert.equal((await fetch(`http://${host}:${api.port}/api/v1/time`)).status, 200, host);
  }
  await api.kill();
});

test('runs once, also where parts of it load on demand', async () => {
  const api = await startApi({
    RATE_LIMIT_PER_MINUTE: '100',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
  });
  assert.equal((await fetch(api.url)).status, 200);
  await api.kill();
  assert.equal(api.lines.filter((line) => line.includes('"serving on ')).length, 1);
  assert.equal(api.lines.filter((line) => line.includes('"management on ')).length, 1);
});

test('V8 takes the code that the build compiled', () => {
  assert.equal(readBundle(dirname(API_BUNDLE))?.cachedDataRejected, false);
});

test('starts without that code, where V8 refuses it', async (t) => {
  const built = dirname(API_BUNDLE);
  // Beside the build, where the bundle finds its packages.
  const folder = join(built, '../dist-refused');
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(built, folder, { recursive: true });
  writeFileSync(join(folder, COMPILED), 'of another release');
  assert.equal(readBundle(folder)?.cachedDataRejected, true);
  const api = await startApi({}, join(folder, basename(API_BUNDLE)));
  assert.equal((await fetch(`${api.url}/api/v1/time`)).status, 200);
  await api.kill();
});
