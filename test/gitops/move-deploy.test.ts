import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { git, moveDeploy } from './git.ts';
import { ROOT } from './manifests.ts';
import { commit, image, openRepositories } from './repositories.ts';

const IMAGES = 'gitops/environments/production/images.yaml';
const images = (digit: string) => [
  image('api', digit),
  image('frontend', digit === 'f' ? 'e' : 'f'),
];

function open(t: TestContext) {
  const repositories = openRepositories();
  t.after(repositories.close);
  const { bare } = repositories;
  return {
    ...repositories,
    /** The commit of main that is deployed; null before the first. */
    deployed: () =>
      git(
        bare,
        'for-each-ref',
        '--format=%(trailers:key=Source-Commit,valueonly)',
        'refs/heads/deploy',
      ).trim() || null,
    deployments: () => Number(git(bare, 'rev-list', '--first-parent', '--count', 'deploy')),
  };
}

suite('the branch deploy', () => {
  test('is made by the first run: the tree of main and the digests, in one commit', async (t) => {
    const { bare, clone, commits } = open(t);
    const { status, output } = await moveDeploy(clone('a'), [commits[2], ...images('a')]);
    assert.equal(status, 0, output);
    assert.equal(git(bare, 'diff', '--name-only', commits[2], 'deploy'), IMAGES);
    assert.equal(git(bare, 'rev-parse', 'deploy^'), commits[2]);
    assert.deepEqual(parse(git(bare, 'show', `deploy:${IMAGES}`)), {
      api: {
        image: {
          registry: 'ghcr.io',
          repository: 'owner/dataiku-api',
          digest: `sha256:${'a'.repeat(64)}`,
        },
      },
      frontend: {
        image: {
          registry: 'ghcr.io',
          repository: 'owner/dataiku-frontend',
          digest: `sha256:${'f'.repeat(64)}`,
        },
      },
    });
  });

  test('has nothing of .github, which no cluster runs', async (t) => {
    const { bare, author, clone } = open(t);
    mkdirSync(join(author, '.github/workflows'), { recursive: true });
    writeFileSync(join(author, '.github/workflows/build.yaml'), 'jobs: {}\n');
    const newest = commit(author, 'with a workflow');
    git(author, 'push', '--quiet', 'origin', 'main');
    const { status, output } = await moveDeploy(clone('a'), [newest, ...images('a')]);
    assert.equal(status, 0, output);
    const changed = git(bare, 'diff', '--name-status', newest, 'deploy').split('\n');
    assert.deepEqual(changed, ['D\t.github/workflows/build.yaml', `M\t${IMAGES}`]);
  });

  test('is made without digests by a bare first run, which says so', async (t) => {
    const { bare, clone, commits, deployed } = open(t);
    const { status, output } = await moveDeploy(clone('a'), [commits[2]]);
    assert.equal(status, 0, output);
    assert.match(output, /no digests are given: the first deployment takes the images by tag/);
    assert.equal(git(bare, 'diff', '--name-only', commits[2], 'deploy'), '');
    assert.equal(deployed(), commits[2]);
  });

  test('never goes back from digests to a tag', async (t) => {
    const { clone, commits, deployed } = open(t);
    await moveDeploy(clone('a'), [commits[1], ...images('a')]);
    const { status, output } = await moveDeploy(clone('b'), [commits[2]]);
    assert.equal(status, 1);
    assert.match(output, /without digests, this would go back to a tag/);
    assert.equal(deployed(), commits[1]);
  });

  test('goes on to a newer commit, with the last deployment as its first parent', async (t) => {
    const { bare, clone, commits, deployed, deployments } = open(t);
    await moveDeploy(clone('a'), [commits[0], ...images('a')]);
    const first = git(bare, 'rev-parse', 'deploy');
    await moveDeploy(clone('b'), [commits[2], ...images('b')]);
    assert.equal(deployed(), commits[2]);
    assert.deepEqual(git(bare, 'rev-parse', 'deploy^1', 'deploy^2').split('\n'), [
      first,
      commits[2],
    ]);
    assert.equal(deployments(), 3);
  });

  test('ignores an older commit that arrives late', async (t) => {
    const { bare, clone, commits } = open(t);
    await moveDeploy(clone('a'), [commits[2], ...images('a')]);
    const before = git(bare, 'rev-parse', 'deploy');
    const { status, output } = await moveDeploy(clone('b'), [commits[1], ...images('b')]);
    assert.equal(status, 0, output);
    assert.match(output, /is older than .*, which is deployed: nothing to do/);
    assert.equal(git(bare, 'rev-parse', 'deploy'), before);
  });

  test('takes the images of a later run of the same commit, and not those of an earlier one', async (t) => {
    const { bare, clone, commits } = open(t);
    const digest = () => parse(git(bare, 'show', `deploy:${IMAGES}`)).api.image.digest.slice(7, 8);
    await moveDeploy(clone('a'), [commits[2], ...images('a')], '10');
    await moveDeploy(clone('b'), [commits[2], ...images('b')], '12');
    assert.equal(digest(), 'b');
    const { output } = await moveDeploy(clone('c'), [commits[2], ...images('c')], '11');
    assert.match(output, /run 12 has deployed/);
    assert.equal(digest(), 'b');
  });

  test('goes on to a revert, which is a newer commit', async (t) => {
    const { author, bare, clone, commits } = open(t);
    await moveDeploy(clone('a'), [commits[2], ...images('a')]);
    git(author, 'revert', '--no-edit', commits[2]);
    git(author, 'push', '--quiet', 'origin', 'main');
    await moveDeploy(clone('b'), [git(author, 'rev-parse', 'HEAD'), ...images('b')]);
    assert.equal(git(bare, 'show', 'deploy:name'), 'two');
  });
});

suite('of two runs at once', () => {
  /** Makes a clone's next push wait until another clone has moved the branch: the two really cross. */
  function cross(repository: string, other: string, args: readonly string[]) {
    const hook = join(repository, '.git/hooks/pre-push');
    const move = [`${ROOT}scripts/move-deploy.sh`, ...args].join(' ');
    // Once: the second push of the clone goes through.
    writeFileSync(
      hook,
      `#!/bin/sh\nrm "$0"\nunset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE\ncd ${other} && ${move}\n`,
    );
    chmodSync(hook, 0o755);
  }

  test('the newer commit wins when it comes first', async (t) => {
    const { clone, commits, deployed } = open(t);
    await moveDeploy(clone('a'), [commits[0], ...images('a')]);
    const [older, newer] = [clone('older'), clone('newer')];
    cross(older, newer, [commits[2], ...images('c')]);
    const { status, output } = await moveDeploy(older, [commits[1], ...images('b')]);
    assert.equal(status, 0, output);
    assert.match(output, /the push was refused; looking again[\s\S]*older than/);
    assert.equal(deployed(), commits[2]);
  });

  test('the newer commit wins when it comes last, and both are deployments', async (t) => {
    const { clone, commits, deployed, deployments } = open(t);
    await moveDeploy(clone('a'), [commits[0], ...images('a')]);
    const before = deployments();
    const [older, newer] = [clone('older'), clone('newer')];
    cross(newer, older, [commits[1], ...images('b')]);
    const { status, output } = await moveDeploy(newer, [commits[2], ...images('c')]);
    assert.equal(status, 0, output);
    assert.equal(deployed(), commits[2]);
    assert.equal(deployments(), before + 2);
  });

  test('both can be the first', async (t) => {
    const { clone, commits, deployed } = open(t);
    const [older, newer] = [clone('older'), clone('newer')];
    cross(older, newer, [commits[2], ...images('c')]);
    const { status, output } = await moveDeploy(older, [commits[1], ...images('b')]);
    assert.equal(status, 0, output);
    assert.equal(deployed(), commits[2]);
  });

  test('the newer commit wins whichever way they cross', async (t) => {
    const { clone, commits, deployed } = open(t);
    const moves = [0, 1, 2].map((index) =>
      moveDeploy(clone(`run-${index}`), [commits[index] ?? '', ...images(String(index))]),
    );
    for (const { status, output } of await Promise.all(moves)) assert.equal(status, 0, output);
    assert.equal(deployed(), commits[2]);
  });
});

suite('the branch deploy is not moved', () => {
  const good = images('a');
  const digest = 'a'.repeat(64);
  const faults: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['by a short digest', [`ghcr.io/o/api@sha256:${'a'.repeat(63)}`, good[1] ?? ''], /is no image/],
    [
      'by a digest in capitals',
      [`ghcr.io/o/api@sha256:${'A'.repeat(64)}`, good[1] ?? ''],
      /is no image/,
    ],
    ['by another kind of digest', [`ghcr.io/o/api@md5:${digest}`, good[1] ?? ''], /is no image/],
    ['by a tag', ['ghcr.io/o/api:1.0.0', good[1] ?? ''], /is no image/],
    [
      'by a name with YAML in it',
      [`ghcr.io/o/a: b@sha256:${digest}`, good[1] ?? ''],
      /is no image/,
    ],
    ['by two lines', [`${good[0]}\nx: y`, good[1] ?? ''], /is no image/],
    ['by an empty image', ['', good[1] ?? ''], /is no image/],
    ['by one image alone', [good[0] ?? ''], /give both images/],
    ['by the same image twice', [good[0] ?? '', good[0] ?? ''], /both images have the same digest/],
  ];
  for (const [name, args, message] of faults) {
    test(name, async (t) => {
      const { clone, commits, deployed } = open(t);
      const { status, output } = await moveDeploy(clone('a'), [commits[2], ...args]);
      assert.equal(status, 1);
      assert.match(output, message);
      assert.equal(deployed(), null);
    });
  }

  test('to a commit that is not on main', async (t) => {
    const { clone, deployed } = open(t);
    const repository = clone('a');
    const { status, output } = await moveDeploy(repository, [commit(repository, 'own'), ...good]);
    assert.equal(status, 1);
    assert.match(output, /is not on main/);
    assert.equal(deployed(), null);
  });

  test('to a commit that is not there', async (t) => {
    const { clone } = open(t);
    const { status, output } = await moveDeploy(clone('a'), ['0'.repeat(40), ...good]);
    assert.equal(status, 1);
    assert.match(output, /is no commit here/);
  });

  test('when someone else has moved it', async (t) => {
    const { author, clone, commits, bare } = open(t);
    git(author, 'push', '--quiet', 'origin', `${commits[1]}:refs/heads/deploy`);
    const { status, output } = await moveDeploy(clone('a'), [commits[2], ...good]);
    assert.equal(status, 1);
    assert.match(output, /someone else moved it/);
    assert.equal(git(bare, 'rev-parse', 'deploy'), commits[1]);
  });

  test('when main was rewritten', async (t) => {
    const { author, clone, commits, deployed } = open(t);
    await moveDeploy(clone('a'), [commits[2], ...good]);
    git(author, 'reset', '--quiet', '--hard', commits[1]);
    const rewritten = commit(author, 'rewritten');
    git(author, 'push', '--quiet', '--force', 'origin', 'main');
    const { status, output } = await moveDeploy(clone('b'), [rewritten, ...images('b')]);
    assert.equal(status, 1);
    assert.match(output, /main was rewritten/);
    assert.equal(deployed(), commits[2]);
  });
});
