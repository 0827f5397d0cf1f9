import assert from 'node:assert/strict';
import { accessSync, constants, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { workflows } from './workflow.ts';
import { usesLines, workflowProblems } from './workflow-problems.ts';

const all = workflows();

test('there are the three workflows and the action that two of them share', () => {
  assert.deepEqual(
    all.map(({ path }) => path),
    [
      '.github/actions/build-image/action.yaml',
      '.github/workflows/build-and-push.yaml',
      '.github/workflows/pull-request.yaml',
      '.github/workflows/release.yaml',
    ],
  );
});

for (const workflow of all) {
  test(`${workflow.path} keeps the rules`, () => {
    assert.deepEqual(workflowProblems(workflow), []);
  });
}

test('an action has the same version wherever it is used', () => {
  const versions = new Map<string, Set<string>>();
  for (const { action, tag } of all.flatMap(({ text }) => usesLines(text))) {
    const [name = ''] = action.split('@');
    versions.set(name, (versions.get(name) ?? new Set()).add(`${action} ${tag}`));
  }
  assert.deepEqual(
    [...versions].filter(([, used]) => used.size !== 1),
    [],
  );
});

suite('the rules catch', () => {
  const faults: readonly (readonly [string, RegExp, string | RegExp, string])[] = [
    ['permissions for all', /gives every job/, 'permissions: {}', 'permissions: read-all'],
    ['a job without permissions', /does not say its perm/, / {4}permissions:\n( {6}.*\n)+/, ''],
    ['a permission without a reason', /why it needs contents/, / # to check out/, ''],
    ['a tag', /not pinned/, /@3d3c42e5\w+/, '@v7'],
    ['a short commit', /not pinned/, /@3d3c42e5\w+/, '@3d3c42e'],
    ['a pin without a version', /does not say its version/, ' # v7.0.1', ''],
    ['a kept token', /leaves its token/, 'persist-credentials: false', 'persist-credentials: true'],
    ['a token that nobody mentions', /leaves its token/, 'persist-credentials: false', 'x: 1'],
    ['a title in a script', /puts an expression/, '.ci/run', `echo \${{ github.head_ref }}`],
    ['a job without an end', /no time limit/, / {4}timeout-minutes: 60\n/, ''],
    ['a workflow for outsiders', /runs for outsiders/, '  pull_request:', '  pull_request_target:'],
    ['a pull request that writes', /lets a pull/, 'contents: read #', 'contents: write #'],
  ];
  for (const [name, message, from, to] of faults) {
    test(name, () => {
      const edited = workflows((text) => text.replace(from, () => to));
      const found = edited
        .filter(({ path }) => path.endsWith('pull-request.yaml'))
        .flatMap(workflowProblems);
      assert.match(found.join('\n'), message);
    });
  }
});

test('the pipeline tests, builds, publishes and deploys, in that order', () => {
  const pipeline = all.find(({ path }) => path.endsWith('build-and-push.yaml'));
  const order = Object.entries(pipeline?.jobs ?? {}).map(([name, { needs }]) => [name, needs]);
  assert.deepEqual(order, [
    ['test', undefined],
    ['build', 'test'],
    ['publish', 'build'],
    ['all-in-one', 'publish'],
    ['deploy', 'publish'],
  ]);
});

test('every make target and script that a workflow calls exists', () => {
  const root = new URL('../../', import.meta.url);
  const makefile = readFileSync(new URL('Makefile', root), 'utf8');
  const runs = all
    .flatMap(({ jobs }) => Object.values(jobs).flatMap(({ steps }) => steps))
    .map(({ run }) => run ?? '');
  const targets = runs
    .flatMap((run) => [...run.matchAll(/\bmake ([a-z-]+)/g)])
    .map(([, target]) => target);
  const scripts = runs
    .flatMap((run) => [...run.matchAll(/(?:scripts|\.ci)\/[\w.-]+/g)])
    .map(([path]) => path);
  assert.ok(targets.length > 5 && scripts.length > 5);
  for (const target of targets) assert.match(makefile, new RegExp(`^${target}: `, 'm'));
  for (const script of scripts) accessSync(new URL(script, root), constants.X_OK);
});
