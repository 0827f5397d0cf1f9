import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import apiPackage from '../../app/api/package.json' with { type: 'json' };
import { documentedValues } from './documented-value.ts';
import { CHART, notes, type Values } from './helm.ts';
import { withValues } from './readme.ts';
import { valueSets } from './value-sets.ts';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly type?: string | readonly string[];
}

interface Metadata {
  readonly appVersion: string;
  readonly kubeVersion: string;
  readonly home: string;
  readonly icon: string;
  readonly sources: readonly string[];
  readonly maintainers: readonly { readonly name: string; readonly url: string }[];
  readonly annotations: Readonly<Record<string, string>>;
}

const text = (name: string) => readFileSync(join(CHART, name), 'utf8');
const metadata = parse(text('Chart.yaml')) as Metadata;
const values = documentedValues(text('values.yaml'));
const schema = JSON.parse(text('values.schema.json')) as Schema & {
  readonly $defs: Readonly<Record<string, Schema>>;
};
const templates = readdirSync(join(CHART, 'templates'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(yaml|tpl|txt)$/.test(name))
  .map((name) => ({ name, text: text(join('templates', name)) }));

/** Fields of Kubernetes' own, of which the defaults set some; thresholds are read by name. */
const OPEN = /\.(resources|podSecurityContext|securityContext|thresholds)\./;

suite('every value', () => {
  test('says above it what it is, in a sentence', () => {
    for (const { path, comment } of values) assert.match(comment, /^[A-Z0-9].{8,}[.:]$/s, path);
  });

  test('names its unit where it has one', () => {
    const units = {
      Seconds: /seconds/i,
      Ms: /milliseconds/i,
      Us: /microseconds/i,
      Percent: /per cent/i,
    };
    for (const [suffix, unit] of Object.entries(units)) {
      const measured = values.filter(({ path }) => path.endsWith(suffix));
      assert.ok(measured.length > 0, suffix);
      for (const { path, comment } of measured) assert.match(comment, unit, path);
    }
  });

  test('is in the schema, and nothing else is', () => {
    const known = values.map(({ path }) => path).sort();
    const inside = (path: string) => !OPEN.test(path);
    assert.deepEqual(known.filter(inside), schemaPaths(schema, '').filter(inside).sort());
  });

  test('is used by a template', () => {
    for (const { path, value } of values) {
      if (value === undefined || OPEN.test(path)) continue;
      const key = path.slice(path.lastIndexOf('.') + 1);
      const used = templates.some(({ text }) => new RegExp(`\\.${key}\\b`).test(text));
      assert.ok(used, `no template reads ${path}`);
    }
  });
});

test('every value is another than its default in some set of values', () => {
  const sets: readonly unknown[] = Object.values(valueSets);
  const given = (path: string) =>
    sets.map((set) =>
      path.split('.').reduce<unknown>((at, key) => (at as Values | undefined)?.[key], set),
    );
  for (const { path, value } of values) {
    if (value === undefined || OPEN.test(path) || path === 'enabled') continue;
    const others = given(path).filter(
      (other) => other !== undefined && !isDeepStrictEqual(other, value),
    );
    assert.ok(others.length > 0, path);
  }
});

test('the schema lets no unknown key pass, at any depth', () => {
  const open = [schema, ...Object.values(schema.$defs)]
    .flatMap(subschemas)
    .filter(({ properties, additionalProperties }) => properties && additionalProperties !== false);
  // What parents give other charts too, and what is Kubernetes' own.
  const { podSecurityContext, securityContext } = schema.$defs;
  assert.deepEqual(open, [schema.properties?.global, podSecurityContext, securityContext]);
});

test('the README shows the values as they are', (t) => {
  // Written anew by scripts/write-chart-readme.sh.
  const serializers = [(value: string) => value];
  const readme = withValues(text('README.md'), text('values.yaml'));
  t.assert.fileSnapshot(readme, join(CHART, 'README.md'), { serializers });
});

test('each image stands in one place', () => {
  const images = values.filter(({ path }) => path.endsWith('.repository'));
  assert.equal(new Set(images.map(({ value }) => value)).size, images.length);
  for (const { name, text } of templates) {
    assert.doesNotMatch(text, /^ *image: (?!\{\{ include "dataiku\.image")/m, name);
  }
});

test("the chart's version of the application is the API's", () => {
  assert.equal(metadata.appVersion, apiPackage.version);
});

test('the chart says who makes it, from what, and where to ask', () => {
  const { home, icon, sources, maintainers, kubeVersion, annotations } = metadata;
  const urls = [home, icon, sources[0], maintainers[0]?.url].map(String);
  const owner = new RegExp(`^https://[a-z.]+/${maintainers[0]?.name}(/|$)`);
  for (const url of urls) assert.match(url, owner);
  assert.equal(kubeVersion, '>=1.30.0-0');
  assert.deepEqual(Object.keys(annotations), [
    'artifacthub.io/category',
    'artifacthub.io/license',
    'artifacthub.io/links',
  ]);
});

suite('after an install, the user is told', () => {
  const cases: Readonly<Record<keyof typeof valueSets, RegExp>> = {
    defaults:
      /Nothing routes requests to it yet: set host, and ingress\.enabled or gateway\.enabled/,
    production: /Open https:\/\/dataiku\.promoldova\.org\//,
    minimal: /port-forward service\/dataiku-api 8080:80\n {2}curl localhost:8080\/api\/v1\/time/,
    everything: /Open https:\/\/dataiku\.promoldova\.org\/clock\//,
    'gateway only': /get httproute dataiku/,
    autoscaled: /namespaces \[traefik\] reach the public ports/,
    'a certificate of its own': /Open https:\/\/time\.example\//,
    "the controller's certificate": /Open https:\/\/time\.example\//,
    OpenShift: /set host/,
    "pods scraped by Google's Prometheus": /set host/,
    'pods scraped': /set host/,
    'a laptop': /Only pods of the namespaces \[kube-system\] reach the public ports/,
    "the kernel's clock alone": /set serviceMonitor\.enabled/,
    'a site of its own authority': /set host/,
  };
  for (const [name, expected] of Object.entries(cases)) {
    test(`the next step with the values "${name}"`, () => {
      const told = notes(valueSets[name as keyof typeof valueSets]);
      assert.match(told, expected);
      assert.match(told, /helm test dataiku --namespace time --logs/);
    });
  }
});

/** The paths of all keys that the schema knows. */
function schemaPaths(node: Schema, parent: string): readonly string[] {
  return Object.entries(resolved(node).properties ?? {}).flatMap(([key, child]) => [
    `${parent}${key}`,
    ...schemaPaths(child, `${parent}${key}.`),
  ]);
}

function resolved(node: Schema): Schema {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : (schema.$defs[name] ?? {});
}

function subschemas(node: Schema): readonly Schema[] {
  const children = [...Object.values(node.properties ?? {}), ...(node.items ? [node.items] : [])];
  return [node, ...children.flatMap(subschemas)];
}
