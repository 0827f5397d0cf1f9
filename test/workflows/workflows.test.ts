import assert from 'node:assert/strict';
import { accessSync, constants, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { workflows } from './workflow.ts';

// actionlint, zizmor and gitleaks hold everything else: make check-workflows.

const all = workflows();

test('nothing is built before the tests pass, nothing deployed before it is published', () => {
  const pipeline = all.find(({ path }) => path.endsWith('build-and-push.yaml'));
  const needs = Object.entries(pipeline?.jobs ?? {}).map(([name, job]) => [name, job.needs]);
  assert.deepEqual(Object.fromEntries(needs), {
    test: undefined,
    clients: undefined,
    lint: undefined,
    images: undefined,
    cluster: undefined,
    'gitops-cluster': undefined,
    'first-run': undefined,
    'zone-data': undefined,
    build: ['test', 'lint', 'clients', 'images', 'cluster', 'gitops-cluster', 'first-run'],
    publish: 'build',
    'all-in-one': 'publish',
    deploy: 'publish',
  });
});

test('no queue of deployments drops the newest, and none of what tests is privileged', () => {
  const pipeline = all.find(({ path }) => path.endsWith('build-and-push.yaml'));
  assert.equal(pipeline?.jobs.deploy?.concurrency, undefined);
  assert.match(pipeline?.concurrency?.group ?? '', /github\.sha/);
  for (const { path, text } of all) assert.doesNotMatch(text, /privileged/, path);
});

test('a release of chart and images waits for no other registry', () => {
  const release = all.find(({ path }) => path.endsWith('release.yaml'));
  const needs = Object.entries(release?.jobs ?? {}).map(([name, job]) => [name, job.needs]);
  assert.deepEqual(Object.fromEntries(needs), {
    check: undefined,
    images: 'check',
    chart: 'images',
    release: ['images', 'chart'],
    'clock-sync': 'release',
  });
});

test('every make target and script that a workflow calls exists', () => {
  const root = new URL('../../', import.meta.url);
  const makefile = readFileSync(new URL('Makefile', root), 'utf8');
  const runs = all
    .flatMap(({ jobs }) => Object.values(jobs).flatMap(({ steps }) => steps))
    .map(({ run }) => run ?? '');
  const found = (pattern: RegExp) => runs.flatMap((run) => [...run.matchAll(pattern)]);
  const targets = found(/\bmake ([a-z-]+(?: [a-z-]+)*)/g).flatMap(([, names = '']) =>
    names.split(' '),
  );
  const scripts = found(/(?:scripts|\.ci)\/[\w.-]+/g).map(([path]) => path);
  assert.ok(targets.length > 5 && scripts.length > 5);
  for (const target of targets) assert.match(makefile, new RegExp(`^${target}: `, 'm'));
  for (const script of scripts) accessSync(new URL(script, root), constants.X_OK);
});
