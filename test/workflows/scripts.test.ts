import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { suite, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { git } from '../gitops/git.ts';
import { spawn } from '../system/spawn.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIGEST = `sha256:${'a'.repeat(64)}`;

interface RunOptions {
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

function run(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): SpawnSyncReturns<string> {
  const { root = ROOT, environment = {} } = options;
  const env = {
    ...process.env,
    GITHUB_REPOSITORY_OWNER: 'Some-Owner',
    GITHUB_REPOSITORY: 'Some-Owner/some',
    ...environment,
  };
  return spawnSync(join(root, 'scripts', script), args, { encoding: 'utf8', env, cwd: root });
}

/** A folder with a stand-in for a tool of others, first in PATH, that notes how it is called. */
function standIn(t: TestContext, tool: string, answer = '') {
  const folder = mkdtempSync(join(tmpdir(), 'tool-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, tool), `#!/bin/sh\necho "$@" >> ${folder}/calls\n${answer}\n`);
  chmodSync(join(folder, tool), 0o755);
  writeFileSync(join(folder, 'calls'), '');
  return {
    path: join(folder, tool),
    environment: { PATH: `${folder}:${process.env.PATH}` },
    calls: () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').filter(Boolean),
  };
}

suite('the first install', () => {
  for (const system of ['Darwin arm64', 'FreeBSD amd64', 'Linux riscv64']) {
    test(`says at once that it can't be done on ${system}`, (t) => {
      const { status, stderr } = run(
        'install-packages.sh',
        [],
        standIn(t, 'uname', `echo ${system}`),
      );
      assert.equal(status, 1);
      assert.match(
        stderr,
        new RegExp(`this system is ${system}; supported: Linux on x86-64 and arm64`),
      );
    });
  }

  test('says at once that Node is too old for npm, and what to do', (t) => {
    const node = standIn(t, 'node', 'case $1 in -p) echo 16 ;; *) echo v16.20.2 ;; esac');
    const { status, stderr } = run('install-packages.sh', [], node);
    assert.equal(status, 1);
    assert.match(stderr, /node is v16\.20\.2; npm needs Node 18 or newer here\./);
    assert.match(stderr, /sudo apt-get install nodejs npm/);
  });

  test('ends a failing apt with what apt said, and with what to do', (t) => {
    const apt = standIn(t, 'apt-get', 'echo E: no network; exit 100');
    const { status, stderr } = run('require-package.sh', ['xyz', 'false'], apt);
    assert.equal(status, 1);
    assert.match(stderr, /xyz is missing: 'false' fails\.\nOn Debian: sudo apt-get install xyz\n$/);
    if (process.getuid?.() === 0) assert.match(stderr, /E: no network\n/);
  });
});

test('unpack-package.sh unpacks a package once, also for two that ask together', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'unpack-'));
  t.after(() => rmSync(root, { recursive: true }));
  cpSync(join(ROOT, 'scripts/unpack-package.sh'), join(root, 'scripts/unpack-package.sh'));
  const apt = standIn(t, 'apt-get', 'touch some.deb');
  const dpkg = standIn(t, 'dpkg-deb');
  const env = { ...process.env, PATH: `${dirname(apt.path)}:${dpkg.environment.PATH}` };
  const both = [1, 2].map(async () => {
    const child = spawn(join(root, 'scripts/unpack-package.sh'), ['some'], { env });
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    assert.deepEqual([output, code], [`${root}/.cache/debian\n`, 0]);
  });
  await Promise.all(both);
  assert.equal(dpkg.calls().length, 1);
});

suite('image-arguments.sh', () => {
  test('names the image by the owner in lower case, and the commit', () => {
    const { stdout } = run('image-arguments.sh', ['dataiku-api']);
    assert.match(stdout, /^name=ghcr\.io\/some-owner\/dataiku-api$/m);
    assert.match(
      stdout,
      /^arguments<<END\nSOURCE_DATE_EPOCH=\d+\nVERSION=\d+\.\d+\.\d+\nSOURCE=https:\/\/github\.com\/Some-Owner\/some\nCOMMIT=[0-9a-f]{40}\nEND$/m,
    );
  });

  test('gives every argument that a Dockerfile takes from outside', () => {
    const { stdout } = run('image-arguments.sh', ['dataiku-api']);
    for (const app of ['api', 'frontend']) {
      const file = readFileSync(`${ROOT}app/${app}/Dockerfile`, 'utf8');
      const taken = [...file.matchAll(/^ARG (?!BUILDKIT_)([A-Z_]+)/gm)].map(([, name]) => name);
      for (const name of taken) assert.match(stdout, new RegExp(`^${name}=`, 'm'));
    }
  });
});

suite('push-index.sh', () => {
  test('makes one index of the digests, and names it by its own', (t) => {
    const docker = standIn(t, 'docker', `case "$*" in *inspect*) echo ${DIGEST};; esac`);
    const [b, c] = ['b', 'c'].map((digit) => `sha256:${digit.repeat(64)}`);
    const { stdout, stderr } = run('push-index.sh', ['r/i', 'tag', b ?? '', c ?? ''], docker);
    assert.equal(stdout, `r/i@${DIGEST}\n`, stderr);
    assert.equal(docker.calls()[0], `buildx imagetools create --tag r/i:tag r/i@${b} r/i@${c}`);
  });

  for (const [name, digests] of [
    ['no digest', []],
    ['a malformed digest', ['sha256:abc']],
    ['a malformed digest among good ones', [DIGEST, `${DIGEST}0`]],
  ] as const) {
    test(`refuses ${name}, and pushes nothing`, (t) => {
      const docker = standIn(t, 'docker');
      assert.equal(run('push-index.sh', ['r/i', 'tag', ...digests], docker).status, 1);
      assert.deepEqual(docker.calls(), []);
    });
  }

  test('refuses an answer of the registry that is no digest', (t) => {
    const docker = standIn(t, 'docker', 'echo latest');
    assert.match(
      run('push-index.sh', ['r/i', 'tag', DIGEST], docker).stderr,
      /the registry answered 'latest'/,
    );
  });
});

suite('verify-image.sh', () => {
  test('asks for the signature and the provenance of this repository and workflow', (t) => {
    const [cosign, gh] = [standIn(t, 'cosign'), standIn(t, 'gh')];
    const environment = { PATH: `${cosign.environment.PATH}:${gh.environment.PATH}` };
    assert.equal(run('verify-image.sh', [`r/i@${DIGEST}`], { environment }).status, 0);
    assert.match(
      cosign.calls().join(),
      /Some-Owner\/some\/\\\.github\/workflows\/build-and-push\.yaml@refs\//,
    );
    assert.match(
      gh.calls().join(),
      /--signer-workflow Some-Owner\/some\/\.github\/workflows\/build-and-push\.yaml/,
    );
  });

  test('asks for the signature alone where GitHub keeps no attestations', (t) => {
    const [cosign, gh] = [standIn(t, 'cosign'), standIn(t, 'gh')];
    const PATH = `${cosign.environment.PATH}:${gh.environment.PATH}`;
    const environment = { PATH, ATTESTATIONS: 'off' };
    assert.equal(run('verify-image.sh', [`r/i@${DIGEST}`], { environment }).status, 0);
    assert.deepEqual([cosign.calls().length, gh.calls().length], [1, 0]);
  });

  test('refuses a tag', () => {
    assert.match(run('verify-image.sh', ['r/i:latest']).stderr, /has no digest/);
  });

  test('fails when the signature does', (t) => {
    const [cosign, gh] = [standIn(t, 'cosign', 'exit 1'), standIn(t, 'gh')];
    const environment = { PATH: `${cosign.environment.PATH}:${gh.environment.PATH}` };
    assert.equal(run('verify-image.sh', [`r/i@${DIGEST}`], { environment }).status, 1);
    assert.deepEqual(gh.calls(), []);
  });
});

test('install-argocd.sh takes over again what Argo CD has kept since the first time', (t) => {
  const helm = standIn(t, 'helm');
  run('install-argocd.sh', [], { environment: { HELM: helm.path } });
  // Argo CD's controller owns the fields by then: without this, Helm ends with a conflict.
  assert.match(helm.calls().join(), / --force-conflicts /);
});

test('install-argocd.sh installs the chart that the Application argocd keeps', (t) => {
  const helm = standIn(t, 'helm');
  const { status, stderr } = run('install-argocd.sh', [], { environment: { HELM: helm.path } });
  assert.equal(status, 0, stderr);
  const { platform } = parse(readFileSync(`${ROOT}gitops/values.yaml`, 'utf8'));
  const { chart, repository, version, namespace } = platform.argocd;
  assert.match(
    helm.calls().join(),
    new RegExp(
      `^upgrade --install argocd ${chart} --repo ${repository} --version ${version} --namespace ${namespace} `,
    ),
  );
});

suite('with-deploy-key.sh', () => {
  const SHOW = [
    'sh',
    '-c',
    `git ls-remote --get-url https://github.com/some/thing; echo "\${DEPLOY_KEY-gone}"; echo "$GIT_SSH_COMMAND"; ` +
      `set -- $GIT_SSH_COMMAND; cat "$3"; stat -c %a "$3"; cat "\${7#UserKnownHostsFile=}"`,
  ];

  test('lets Git push by the key, to a GitHub whose own keys are known', (t) => {
    const gh = standIn(t, 'gh', 'echo github.com ssh-ed25519 AAAA');
    const environment = { ...gh.environment, DEPLOY_KEY: 'the key' };
    const { stdout, stderr } = run('with-deploy-key.sh', SHOW, { environment });
    const [url, key, ssh = '', ...files] = stdout.trim().split('\n');
    assert.deepEqual([url, key], ['git@github.com:some/thing', 'gone'], stderr);
    assert.match(ssh, /StrictHostKeyChecking=yes$/);
    assert.deepEqual(files, ['the key', '600', 'github.com ssh-ed25519 AAAA']);
    assert.equal(existsSync(ssh.split(' ')[2] ?? ''), false);
  });

  test('runs the command as it is without a key', () => {
    assert.equal(run('with-deploy-key.sh', ['echo', 'moved']).stdout, 'moved\n');
  });
});

suite('check-release.sh', () => {
  const { version } = JSON.parse(readFileSync(`${ROOT}packages/clock-sync/package.json`, 'utf8'));

  test('gives the version of a tag that everything has', () => {
    const { stdout, stderr } = run('check-release.sh', [`v${version}`]);
    assert.equal(stdout, `${version}\n`, stderr);
  });

  test('names everything that has another version', () => {
    const { stderr, status } = run('check-release.sh', ['v99.0.0']);
    assert.equal(status, 1);
    assert.equal(stderr.match(/the tag says 99\.0\.0/g)?.length, 5);
  });

  test('refuses what is no version', () => {
    assert.match(run('check-release.sh', ['v1.2']).stderr, /no version tag/);
  });
});

suite('make version', () => {
  /** The whole tree, in a folder that the test may change. */
  function copyTree(t: TestContext): string {
    const root = mkdtempSync(join(tmpdir(), 'version-'));
    t.after(() => rmSync(root, { recursive: true }));
    const files = spawnSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
    for (const path of files.split('\n').filter((path) => existsSync(ROOT + path))) {
      cpSync(ROOT + path, join(root, path));
    }
    return root;
  }

  test('raises every home of the version, and the changelog has its section', (t) => {
    const root = copyTree(t);
    writeFileSync(
      join(root, 'CHANGELOG.md'),
      '## [Unreleased]\n\n- News.\n\n## [0.0.1]\n\n- Old.\n',
    );
    const run = (script: string, ...args: readonly string[]) =>
      spawnSync(join(root, 'scripts', script), args, { cwd: root, encoding: 'utf8' });
    const raise = spawnSync('node', [join(root, 'scripts/set-version.ts'), '9.8.7']);
    assert.equal(raise.status, 0, String(raise.stderr));
    assert.equal(run('check-release.sh', 'v9.8.7').stdout, '9.8.7\n');
    assert.equal(run('changelog.sh', 'v9.8.7').stdout, '\n- News.\n');
    const grep = ['-rIlE', '\\b9\\.8\\.7\\b', '--exclude-dir=.git', '.'];
    const raised = spawnSync('grep', grep, { cwd: root, encoding: 'utf8' }).stdout;
    for (const path of [
      'README.md',
      'compose.yaml',
      'docs/local-cluster.md',
      'package-lock.json',
      'test/package.json',
    ]) {
      assert.ok(raised.includes(`./${path}\n`), path);
    }
  });

  test('says which version is no version, and which one has no section', () => {
    const raise = spawnSync('node', [`${ROOT}scripts/set-version.ts`, 'v1.2'], {
      encoding: 'utf8',
    });
    assert.equal(raise.status, 1);
    assert.equal(raise.stderr, 'set-version: V is "v1.2"; allowed: a version such as 1.2.3\n');
    const { stderr } = run('changelog.sh', ['v7.7.7']);
    assert.equal(stderr, 'changelog: CHANGELOG.md has no section [7.7.7]: make version V=7.7.7\n');
  });
});

suite('chart-diff.ts', () => {
  /** A repository with the parts that are rendered, in one commit, and a registry's charts of the platform. */
  function open(t: TestContext) {
    const root = mkdtempSync(join(tmpdir(), 'diff-'));
    t.after(() => rmSync(root, { recursive: true }));
    for (const folder of ['gitops', 'charts'])
      cpSync(`${ROOT}${folder}`, join(root, folder), { recursive: true });
    git(root, 'init', '--quiet');
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '--message', 'all');
    const { platform } = parse(readFileSync(`${ROOT}gitops/values.yaml`, 'utf8')) as {
      platform: Record<string, { chart?: string; version?: string }>;
    };
    const charts = join(root, '.charts');
    for (const { chart, version } of Object.values(platform))
      if (chart !== undefined) addChart(charts, chart, version ?? '');
    return { root, charts };
  }

  /** A chart that shows its version and the values that it gets. */
  function addChart(charts: string, name: string, version: string): void {
    const folder = join(charts, `${name}-${version}`);
    mkdirSync(join(folder, 'templates'), { recursive: true });
    writeFileSync(join(folder, 'Chart.yaml'), JSON.stringify({ apiVersion: 'v2', name, version }));
    writeFileSync(
      join(folder, 'templates/all.yaml'),
      'version: {{ .Chart.Version }}\nvalues: {{- toYaml .Values | nindent 2 }}\n',
    );
  }

  function diff(root: string, charts: string, commit = 'HEAD') {
    return spawnSync('node', [`${ROOT}scripts/chart-diff.ts`, commit], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CHARTS: charts },
    });
  }

  function edit(path: string, before: string | RegExp, after: string): void {
    const text = readFileSync(path, 'utf8');
    assert.match(text, new RegExp(before));
    writeFileSync(path, text.replace(before, after));
  }

  /** The changes of each Application that has any. */
  const changed = (output: string) =>
    Object.fromEntries(
      [...output.matchAll(/### (\S+)\n\n```diff\n(.*?)\n```/gs)].map(([, name, text]) => [
        name,
        text,
      ]),
    );

  test('says what a change does to each environment, and where it does nothing', (t) => {
    const { root, charts } = open(t);
    const file = join(root, 'gitops/environments/staging/values.yaml');
    edit(file, 'api: { replicas: 1 }', '# A comment.\napi: { replicas: 3 }');
    const { stdout, stderr } = diff(root, charts);
    assert.match(stdout, /### dataiku-production\n\nNothing\.\n\n### dataiku-staging\n/, stderr);
    const { 'dataiku-staging': staging = '', ...others } = changed(stdout);
    assert.deepEqual(Object.keys(others), []);
    assert.match(staging, /^- {2}replicas: 1\n\+ {2}replicas: 3$/m);
    assert.doesNotMatch(stdout, /A comment/);
  });

  test("says what a bump of a platform's chart does", (t) => {
    const { root, charts } = open(t);
    edit(join(root, 'gitops/values.yaml'), /(chart: traefik\n +version: ).*/, '$199.0.0');
    addChart(charts, 'traefik', '99.0.0');
    const { stdout, stderr } = diff(root, charts);
    assert.match(changed(stdout).traefik ?? '', /^\+version: 99\.0\.0$/m, stderr);
    assert.deepEqual(Object.keys(changed(stdout)), ['root', 'traefik']);
  });

  test('says what another name of the load balancer does, to the edge and to each Ingress', (t) => {
    const { root, charts } = open(t);
    edit(join(root, 'gitops/values.yaml'), 'host: ingress.promoldova.org', 'host: edge.example');
    const all = changed(diff(root, charts).stdout);
    for (const name of ['dataiku-production', 'dataiku-staging'])
      assert.match(all[name] ?? '', /^\+ +external-dns\.kubernetes\.io\/target: edge\.example$/m);
    assert.match(all.traefik ?? '', /^\+ .*edge\.example/m);
  });

  test("fails with Helm's own words", (t) => {
    const { root, charts } = open(t);
    edit(join(root, 'gitops/environments/staging/values.yaml'), 'replicas: 1', 'replicas: 0');
    const { status, stderr } = diff(root, charts);
    assert.equal(status, 1);
    assert.match(stderr, /^chart-diff: helm template dataiku .*minimum: got 0, want 1/s);
  });

  test('refuses a commit that is not there', (t) => {
    const { root, charts } = open(t);
    assert.match(diff(root, charts, '0'.repeat(40)).stderr, /is no commit here/);
  });
});
