import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  builtImages,
  type ImageName,
  inspectImage,
  podman,
  podmanAtBuild,
  pulledImage,
  WORK,
} from './podman.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MEGABYTE = 1_000_000;
const NAMES: readonly ImageName[] = ['dataiku-api', 'dataiku-frontend', 'dataiku'];

function mount(name: ImageName): string {
  return podman('image', 'mount', pulledImage(name));
}

function find(folder: string, ...conditions: readonly string[]): readonly string[] {
  const output = execFileSync('find', [folder, '-xdev', ...conditions], { encoding: 'utf8' });
  return output.split('\n').filter((path) => path !== '');
}

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((total, path) => total + statSync(path).size, 0);
}

function filesBelow(folder: string): readonly string[] {
  return find(folder, '-type', 'f')
    .map((path) => path.slice(folder.length))
    .sort();
}

for (const name of NAMES) {
  suite(name, () => {
    const root = mount(name);
    const isFrontend = name === 'dataiku-frontend';

    test('has neither a setuid file, nor a shell, nor npm, nor what npm was told', () => {
      assert.deepEqual(find(root, '-type', 'f', '-perm', '/6000'), []);
      const programs = ['sh', 'bash', 'dash', 'rbash', 'busybox', 'npm', 'npx'];
      assert.deepEqual(
        programs.flatMap((program) => find(root, '-path', `*bin/${program}`)),
        [],
      );
      assert.deepEqual(find(root, '-name', '*npmrc'), []);
    });

    test('knows the authorities of its base, and none of where it was built', () => {
      const bundle = 'etc/ssl/certs/ca-certificates.crt';
      const file = isFrontend ? 'app/frontend/Dockerfile' : 'app/api/Dockerfile';
      const base = /^FROM (\S+) AS base$/m.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1] ?? '';
      const baseRoot = podmanAtBuild('image', 'mount', base);
      assert.equal(
        readFileSync(join(root, bundle), 'utf8'),
        readFileSync(join(baseRoot, bundle), 'utf8'),
      );
      podmanAtBuild('image', 'unmount', base);
    });

    test('is built again to the same image, from the same files', () => {
      // All in one is made of images whose names its history tells, and they have two here.
      const identity = name === 'dataiku' ? '{{.RootFS.Layers}}' : '{{.Digest}}';
      const [first, again] = builtImages(name).map((image) =>
        podmanAtBuild('image', 'inspect', image, '--format', identity),
      );
      assert.match(first ?? '', /sha256:/);
      assert.equal(first, again);
    });

    test('has files of the time of its commit, of which the ETags are made', () => {
      const folders = {
        'dataiku-api': ['app'],
        'dataiku-frontend': ['srv'],
        dataiku: ['app', 'srv'],
      };
      const times = folders[name]
        .flatMap((folder) => find(join(root, folder), '-type', 'f'))
        .map((path) => statSync(path).mtimeMs / 1000);
      assert.deepEqual([...new Set(times)], [Number(process.env.SOURCE_DATE_EPOCH)]);
    });

    test('runs as the numeric user of the chart, by no shell', () => {
      const { User, Entrypoint, StopSignal, ExposedPorts } = inspectImage(name);
      assert.equal(User, isFrontend ? '101:101' : '65532:65532');
      assert.equal(StopSignal, isFrontend ? 'SIGQUIT' : undefined);
      const node = ['/usr/local/bin/node', '/app/main.js'];
      assert.deepEqual(Entrypoint, isFrontend ? ['/usr/sbin/nginx', '-e', 'stderr'] : node);
      assert.deepEqual(
        Object.keys(ExposedPorts).sort(),
        isFrontend ? ['8080/tcp'] : ['8080/tcp', '9464/tcp'],
      );
    });

    test('says what it is, of which version, and where it comes from', () => {
      const { Labels } = inspectImage(name);
      const label = (key: string) => Labels[`org.opencontainers.image.${key}`];
      assert.equal(label('title'), name);
      assert.equal(label('version'), process.env.IMAGE_VERSION);
      assert.match(label('source') ?? '', /^https:\/\/github\.com\/[^/]+\/[^/]+$/);
      assert.equal(label('revision'), process.env.COMMIT);
      assert.equal(label('licenses'), 'MIT');
    });

    test('lists its contents, and has the licence of each', () => {
      const parts = name === 'dataiku' ? ['dataiku-api', 'dataiku-frontend'] : [name];
      for (const part of parts) {
        const folder = join(root, 'usr/share/doc', part);
        const bill = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
        assert.equal(bill.bomFormat, 'CycloneDX');
        const purls: readonly string[] = bill.components.map((part: { purl: string }) => part.purl);
        const expected =
          part === 'dataiku-api'
            ? [
                'pkg:generic/node@',
                'pkg:npm/fastify@',
                'pkg:npm/koffi@',
                'pkg:deb/debian/libatomic1@',
                'pkg:deb/debian/libc6@',
              ]
            : ['pkg:npm/react@', 'pkg:deb/debian/nginx@', 'pkg:deb/debian/libc6@'];
        for (const start of expected) {
          assert.equal(purls.filter((purl) => purl.startsWith(start)).length, 1, start);
        }
        const licenses = readFileSync(join(folder, 'THIRD_PARTY_LICENSES'), 'utf8');
        for (const { name: component, version, purl } of bill.components) {
          if (purl.startsWith('pkg:npm/'))
            assert.ok(licenses.includes(`${component} ${version} (`));
        }
      }
    });

    test('has no Debian package that the archive has a newer version of', () => {
      const status = join(WORK, `${name}.status`);
      const perPackage = join(root, 'var/lib/dpkg/status.d');
      const records = existsSync(perPackage)
        ? readdirSync(perPackage)
            .filter((file) => !file.endsWith('.md5sums'))
            .map((file) => readFileSync(join(perPackage, file), 'utf8').trim())
            .map((record) =>
              record.replace(/^Status: .*\n/m, '').concat('\nStatus: install ok installed\n'),
            )
        : [readFileSync(join(root, 'var/lib/dpkg/status'), 'utf8')];
      writeFileSync(status, records.join('\n'));
      // The lists of the suite that the bases are of, as they were when the stand-ins were made.
      const options = [
        `Dir::State=${WORK}/apt/state`,
        `Dir::State::status=${status}`,
        `Dir::Cache=${WORK}/apt/cache`,
        `Dir::Etc::sourcelist=${WORK}/trixie.sources`,
        'Dir::Etc::sourceparts=-',
      ].flatMap((option) => ['-o', option]);
      const output = execFileSync('apt', ['list', '--upgradable', ...options], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      assert.deepEqual(output.trim().split('\n').slice(1), []);
      assert.ok(records.join('\n').includes('Package: libc6'));
    });
  });
}

test('the API adds little to its base', (t) => {
  const root = mount('dataiku-api');
  const bundle = sizeOf([join(root, 'app/main.js')]);
  const natives = find(join(root, 'app'), '-name', '*.node');
  assert.equal(natives.length, 1);
  assert.match(natives[0] ?? '', /linux_(x64|arm64)\/koffi\.node$/);
  const docs = sizeOf(find(join(root, 'app/docs'), '-type', 'f'));
  const all = sizeOf(find(join(root, 'app'), '-type', 'f'));
  const node = sizeOf([join(root, 'usr/local/bin/node')]);
  t.diagnostic(
    `bundle ${bundle} bytes, all without the docs page ${all - docs}, docs page ${docs}, node ${node}`,
  );
  assert.ok(all - docs <= 3 * MEGABYTE);
  assert.deepEqual(find(join(root, 'app'), '-name', '*.map', '-o', '-name', '*.ts'), []);
  assert.doesNotMatch(readFileSync(join(root, 'app/main.js'), 'utf8'), /sourceMappingURL=data/);
  // What node is linked against, and the base lacks.
  assert.match(realpathSync(join(root, 'usr/lib/libatomic.so.1')), /libatomic\.so\.1$/);
});

test('the page is small, compressed beforehand, and alone in its folder', (t) => {
  const page = join(mount('dataiku-frontend'), 'srv/page');
  const files = filesBelow(page);
  const size = sizeOf(files.map((file) => join(page, file)));
  t.diagnostic(`page ${size} bytes in ${files.length} files`);
  assert.ok(size <= MEGABYTE);
  const kinds = files.map((file) => basename(file).replace(/-[\w-]{8}\./, '.'));
  assert.deepEqual(kinds.filter((kind) => /^(index|icon)\.(?!css)/.test(kind)).sort(), [
    'icon.svg',
    'icon.svg.gz',
    'index.html',
    'index.html.gz',
    'index.js',
    'index.js.gz',
  ]);
  assert.deepEqual(filesBelow(join(mount('dataiku'), 'srv/page')), files);
});
