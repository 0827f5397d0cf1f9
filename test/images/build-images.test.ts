import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMMIT_SECONDS = 1_700_000_000;

let folder = '';
let repository = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-images-'));
  // Tells how it is called, and builds nothing.
  writeFileSync(join(folder, 'docker'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
  repository = join(folder, 'repository');
  for (const file of [
    'scripts/build-images.sh',
    'app/api/package.json',
    'packages/clock-sync/package.json',
  ]) {
    cpSync(join(ROOT, file), join(repository, file));
  }
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'All');
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: readonly string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.org',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.org',
    GIT_COMMITTER_DATE: `@${COMMIT_SECONDS} +0000`,
  };
  return execFileSync('git', args, { cwd: repository, encoding: 'utf8', env }).trim();
}

/** The commit and the time of the build that each image is built with. */
function build(environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, BUILDER: 'docker' };
  const output = execFileSync(join(repository, 'scripts/build-images.sh'), {
    encoding: 'utf8',
    env: { ...env, ...environment },
  });
  const calls = output.split('\n').filter((line) => line.startsWith('build '));
  return calls.map((call) => ({
    commit: / COMMIT=(\S*)/.exec(call)?.[1],
    epoch: Number(/ SOURCE_DATE_EPOCH=(\d+)/.exec(call)?.[1]),
  }));
}

test('gives the images of a commit its name and its time', () => {
  const expected = { commit: git('rev-parse', 'HEAD'), epoch: COMMIT_SECONDS };
  assert.deepEqual(build(), [expected, expected, expected]);
});

test('gives the images of changed files no name, and the time of the build', () => {
  writeFileSync(join(repository, 'new'), '');
  const before = Math.floor(Date.now() / 1000);
  for (const { commit, epoch } of build()) {
    assert.equal(commit, '');
    assert.ok(epoch >= before && epoch <= Date.now() / 1000, String(epoch));
  }
});

test('lets its caller say both', () => {
  writeFileSync(join(repository, 'new'), '');
  const expected = { commit: 'abc', epoch: 5 };
  const images = build({ COMMIT: 'abc', SOURCE_DATE_EPOCH: '5' });
  assert.deepEqual(images, [expected, expected, expected]);
});
