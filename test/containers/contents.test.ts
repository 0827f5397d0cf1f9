import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'node:test';
import { ENGINE, engine, type ImageName, imageOf } from './engine.ts';

const MEGABYTE = 1_000_000;
const NAMES: readonly ImageName[] = ['dataiku-api', 'dataiku-frontend', 'dataiku'];

interface FileEntry {
  /** As `ls` writes it: -rwsr-xr-x. */
  readonly mode: string;
  readonly size: number;
  readonly path: string;
}

/** Every regular file of an image. */
function filesOf(name: ImageName): readonly FileEntry[] {
  const id = engine('create', imageOf(name));
  const listing = execFileSync('sh', ['-c', `${ENGINE} export ${id} | tar -tv`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  engine('rm', id);
  return listing
    .split('\n')
    .filter((line) => line.startsWith('-'))
    .map((line) => {
      const [mode = '', , size, , , path = ''] = line.split(/\s+/);
      return { mode, size: Number(size), path };
    });
}

function sizeOf(files: readonly FileEntry[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

for (const name of NAMES) {
  suite(name, () => {
    const files = filesOf(name);
    const isFrontend = name === 'dataiku-frontend';

    test('has neither a setuid file, nor a shell, nor npm', () => {
      assert.deepEqual(
        files.filter(({ mode }) => /s/i.test(mode)),
        [],
      );
      const program = /(^|\/)s?bin\/(sh|bash|dash|rbash|busybox|npm|npx)$|npmrc$/;
      assert.deepEqual(
        files.filter(({ path }) => program.test(path)),
        [],
      );
    });

    test('runs as the numeric user of the chart, without a shell', () => {
      const { Config } = JSON.parse(engine('image', 'inspect', imageOf(name)))[0];
      assert.equal(Config.User, isFrontend ? '101:101' : '65532:65532');
      if (isFrontend) assert.equal(Config.StopSignal, 'SIGQUIT');
      const node = [
        '/usr/local/bin/node',
        '--disable-sigusr1',
        '--max-semi-space-size=2',
        '/app/main.cjs',
      ];
      assert.deepEqual(Config.Entrypoint, isFrontend ? ['/usr/sbin/nginx', '-e', 'stderr'] : node);
      assert.equal(Config.Labels['org.opencontainers.image.title'], name);
    });

    test('carries the licences of others', () => {
      const licences = files.filter(({ path }) => path.endsWith('/THIRD_PARTY_LICENSES'));
      assert.equal(licences.length, name === 'dataiku' ? 2 : 1);
    });
  });
}

test('the API adds little to its base', (t) => {
  const app = filesOf('dataiku-api').filter(({ path }) => path.startsWith('app/'));
  const withoutDocs = app.filter(({ path }) => !path.startsWith('app/docs/'));
  t.diagnostic(`${sizeOf(withoutDocs)} bytes without the page of the API`);
  assert.ok(sizeOf(withoutDocs) <= 6 * MEGABYTE);
  assert.equal(app.filter(({ path }) => path.endsWith('.node')).length, 1);
  assert.deepEqual(
    app.filter(({ path }) => /\.(map|ts)$/.test(path)),
    [],
  );
});

test('the page is small', (t) => {
  const page = filesOf('dataiku-frontend').filter(({ path }) => path.startsWith('srv/page/'));
  // The cities are nearly as large as all the rest, and only come to who looks for one.
  const withoutCities = page.filter(({ path }) => !path.includes('/places-'));
  t.diagnostic(`page ${sizeOf(page)} bytes in ${page.length} files`);
  assert.ok(page.some(({ path }) => path === 'srv/page/index.html.gz'));
  assert.ok(sizeOf(withoutCities) <= MEGABYTE);
});
