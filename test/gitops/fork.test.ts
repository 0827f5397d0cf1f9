import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { presentNames } from '../../scripts/fork-names.ts';
import { render } from '../chart/helm.ts';
import { podOf } from '../chart/kubernetes-object.ts';
import { copyWorkTree } from './copy-work-tree.ts';
import { ROOT, renderRoot } from './manifests.ts';

const FORK = {
  REPOSITORY: 'Acme-Corp/acme-clock',
  HOST: 'clock.acme-time.example',
  ADDRESS: '203.0.113.9',
};
/** Drawn anew by `make pictures`; and the address that stands for an unknown one. */
const SKIPPED = [':!docs/images', ':!scripts/fork-names.ts'];
const old = presentNames();
const copy = mkdtempSync(join(tmpdir(), 'fork-'));
after(() => rmSync(copy, { recursive: true }));

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** Runs the copy's own script. */
function fork(names: Readonly<Record<string, string>>) {
  // The environment's own HOST is none of these names.
  const env = { PATH: process.env.PATH, ...names };
  return spawnSync(process.execPath, ['scripts/fork.ts'], { cwd: copy, env, encoding: 'utf8' });
}

copyWorkTree(copy);
// This file has the names of the fork as well.
rmSync(join(copy, 'test/gitops/fork.test.ts'));
git('init', '--quiet');
git('add', '.');
symlinkSync(`${ROOT}node_modules`, join(copy, 'node_modules'));

suite('a fork', () => {
  const first = fork(FORK);

  test('says what it is called now', () => {
    assert.equal(first.stderr, '');
    assert.match(
      first.stdout,
      /^fork: Acme-Corp\/acme-clock at clock\.acme-time\.example: \d+ files/,
    );
  });

  test('has none of the old names left, as they are or in a regular expression', () => {
    const scope = `@${old.repository.split('/')[0]?.toLowerCase()}/`;
    const names = [old.repository, scope, old.host, old.stagingHost, old.edgeHost, old.address];
    for (const name of [...names, old.zone]) {
      for (const text of [name, name.replaceAll('.', '\\.')]) {
        const found = spawnSync('git', ['grep', '-lF', text, '--', ...SKIPPED], { cwd: copy });
        assert.equal(found.stdout.toString(), '', text);
      }
    }
  });

  test('has its own hosts, repository and images in what Argo CD and Helm render', () => {
    const text = JSON.stringify(renderRoot(join(copy, 'gitops')));
    for (const name of [old.edgeHost, old.zone]) assert.ok(!text.includes(name), name);
    assert.match(text, /"external-dns\.kubernetes\.io\/target":"ingress\.acme-time\.example"/);
    const pod = podOf(render({ chart: join(copy, 'charts/dataiku') }), 'api');
    assert.match(pod.spec.containers[0]?.image ?? '', /^ghcr\.io\/acme-corp\/dataiku-api:/);
    const read = (path: string) => readFileSync(join(copy, path), 'utf8');
    const { name, repository } = JSON.parse(read('packages/clock-sync/package.json'));
    assert.equal(name, '@acme-corp/clock-sync');
    assert.equal(repository.url, 'git+https://github.com/Acme-Corp/acme-clock.git');
    assert.match(read('gitops/environments/staging/values.yaml'), /^host: clock-staging\.acme/m);
    assert.match(read('package-lock.json'), /^ {4}"node_modules\/@acme-corp\/clock-sync"/m);
  });

  test('has the runbook links that make monitoring would write', () => {
    git('add', '.');
    execFileSync(process.execPath, ['monitoring/write-files.ts'], { cwd: copy });
    assert.equal(git('diff', '--name-only', '--', 'charts/dataiku/files/rules'), '');
    assert.match(
      git('grep', 'runbook_url', '--', 'charts'),
      /github\.com\/Acme-Corp\/acme-clock\//,
    );
    git('checkout', '--quiet', '.');
  });

  test('stays as it is when it is made again', () => {
    assert.match(fork(FORK).stdout, /: 0 files changed/);
    assert.equal(git('diff', '--name-only'), '');
  });

  test('without an address, and made back into the original, is the original', () => {
    assert.match(fork({ ...FORK, ADDRESS: '' }).stdout, /ADDRESS is not given: 198\.51\.100\.254/);
    const { repository, host, zone, edgeHost, stagingHost, address } = old;
    const names = { EDGE_HOST: edgeHost, STAGING_HOST: stagingHost, ADDRESS: address };
    const back = fork({ ...names, REPOSITORY: repository, HOST: host, ZONE: zone });
    assert.equal(back.stderr, '');
    for (const file of git('ls-files', '-z').split('\0').filter(Boolean)) {
      if (!lstatSync(join(copy, file)).isFile()) continue;
      assert.deepEqual(readFileSync(join(copy, file)), readFileSync(ROOT + file), file);
    }
  });

  const refused: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ HOST: 'clock.example.org' }, 'REPOSITORY is ""; allowed: owner/name, as on GitHub'],
    [{ ...FORK, REPOSITORY: 'acme' }, 'REPOSITORY is "acme"; allowed: owner/name, as on GitHub'],
    [
      { ...FORK, HOST: 'https://clock.example.org' },
      'HOST is "https://clock.example.org"; allowed: a DNS name in lower case, such as clock.example.org',
    ],
    [{ ...FORK, HOST: 'clock.example' }, 'ZONE is "example"; allowed: a DNS zone of two labels'],
    [{ ...FORK, EDGE_HOST: 'in.example.net' }, 'allowed: a name below acme-time.example'],
    [{ ...FORK, STAGING_HOST: FORK.HOST }, 'allowed: three different hosts'],
    [{ ...FORK, ADDRESS: '203.0.113' }, 'ADDRESS is "203.0.113"; allowed: an IPv4 address'],
  ];
  for (const [names, says] of refused) {
    test(`is refused: ${says}`, () => {
      const { status, stderr, stdout } = fork(names);
      assert.deepEqual([status, stdout], [1, '']);
      assert.ok(stderr.startsWith('fork: ') && stderr.includes(says), stderr);
    });
  }
});
