import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import apiPackage from '../../app/api/package.json' with { type: 'json' };

interface Service {
  readonly image: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
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

test('compose takes every right from every container', () => {
  for (const [name, service] of Object.entries(services)) {
    assert.equal(service.read_only, true, name);
    assert.deepEqual(service.cap_drop, ['ALL'], name);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
  }
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
