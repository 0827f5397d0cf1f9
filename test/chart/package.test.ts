import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { spawn } from '../system/spawn.ts';
import { unpackPackage } from '../system/unpack-package.ts';
import { watchLog } from '../system/watch-log.ts';
import { CHART, helm, render } from './helm.ts';
import { valueSets } from './value-sets.ts';

const SCRIPTS = join(CHART, '../../scripts');

test('the packed chart goes through an OCI registry and renders as the folder does', async (t) => {
  const folder = temporaryFolder(t);
  const archive = pack(folder);
  const registry = await startRegistry(t, folder);
  const values = valueSets.production;

  const pulled = temporaryFolder(t);

  helm(['push', archive, `oci://${registry}/charts`, '--plain-http']);
  helm(['pull', `oci://${registry}/charts/dataiku`, '--plain-http', '--destination', pulled]);

  const copy = join(pulled, basename(archive));
  assert.deepEqual(readFileSync(copy), readFileSync(archive));
  assert.deepEqual(render({ chart: copy, values }), render({ values }));
});

test('the same chart packs into the same bytes, whenever its files were checked out', (t) => {
  const [first, second] = [pack(temporaryFolder(t)), pack(temporaryFolder(t))];
  assert.deepEqual(readFileSync(first), readFileSync(second));
  const times = execFileSync('tar', ['-tzvf', first, '--full-time', '--utc'], { encoding: 'utf8' });
  assert.deepEqual(
    new Set(times.match(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g)),
    new Set(['2001-09-09 01:46:40']),
  );
});

function pack(folder: string): string {
  return execFileSync(join(SCRIPTS, 'package-chart.sh'), [folder], {
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1000000000' },
  }).trim();
}

/** Debian's registry on a free port of loopback; its address. */
async function startRegistry(t: TestContext, folder: string): Promise<string> {
  const config = join(folder, 'registry.yml');
  const storage = { filesystem: { rootdirectory: join(folder, 'registry') } };
  writeFileSync(config, JSON.stringify({ version: 0.1, storage, http: { addr: '127.0.0.1:0' } }));
  const registry = join(unpackPackage('docker-registry'), 'usr/bin/docker-registry');
  const child = spawn(registry, ['serve', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  t.after(async () => {
    child.kill();
    await once(child, 'exit');
  });
  const line = await watchLog(child.stderr).logged(/listening on /);
  return /127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'packed-chart-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}
