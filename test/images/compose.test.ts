import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import apiPackage from '../../app/api/package.json' with { type: 'json' };
import { readConfig } from '../../app/api/src/config.ts';

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly environment?: Readonly<Record<string, string | null>>;
}

const file = fileURLToPath(new URL('../../compose.yaml', import.meta.url));
const compose = parse(readFileSync(file, 'utf8'));
const services: Readonly<Record<string, Service>> = compose.services;

test('compose starts the images that make images builds', () => {
  const ours = Object.values(services)
    .map(({ image }) => image)
    .filter((image) => image.startsWith('$'));
  assert.deepEqual(
    ours,
    ['api', 'frontend'].map(
      (name) => `\${IMAGE_PREFIX:-}dataiku-${name}:\${VERSION:-${apiPackage.version}}`,
    ),
  );
});

test('compose builds them from a clone', () => {
  for (const name of ['api', 'frontend']) {
    const { context = '', dockerfile = '' } = services[name]?.build ?? {};
    assert.ok(existsSync(join(dirname(file), context, dockerfile)), dockerfile);
  }
});

test('compose takes every right from every container', () => {
  for (const [name, service] of Object.entries(services)) {
    assert.equal(service.read_only, true, name);
    assert.deepEqual(service.cap_drop, ['ALL'], name);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
  }
});

test('compose hands on the NTP servers that the shell names', () => {
  // Null: the value of the shell that runs compose, or unset.
  assert.equal(services.api?.environment?.NTP_SERVERS, null);
});

test('the API of compose believes its proxy, wherever Docker puts it, and no public address', () => {
  const { TRUST_PROXY = '' } = services.api?.environment ?? {};
  readConfig({ TRUST_PROXY: TRUST_PROXY ?? '' });
  const trusted = new BlockList();
  for (const range of TRUST_PROXY?.split(',') ?? []) {
    const [address = '', bits] = range.split('/');
    trusted.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  // Docker's default address pools, and a daemon's own.
  for (const proxy of ['172.17.0.2', '172.31.255.254', '192.168.16.2', '10.200.0.2']) {
    assert.ok(trusted.check(proxy), proxy);
  }
  assert.ok(trusted.check('fd00::2', 'ipv6'));
  assert.ok(!trusted.check('203.0.113.7'));
});

test('the proxy of compose sends /api to the API, and everything else to the page', () => {
  const { routers, services: targets } = parse(compose.configs.routes.content).http;
  assert.deepEqual(routers, {
    api: { rule: 'PathPrefix(`/api`)', service: 'api' },
    frontend: { rule: 'PathPrefix(`/`)', service: 'frontend' },
  });
  for (const name of ['api', 'frontend']) {
    assert.deepEqual(targets[name].loadBalancer.servers, [{ url: `http://${name}:8080` }]);
  }
});
