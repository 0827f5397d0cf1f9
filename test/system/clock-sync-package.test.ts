import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import packageJson from '../../packages/clock-sync/package.json' with { type: 'json' };
import { startApi } from './api-process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = 'packages/clock-sync';
const OLDEST_NODE = Number(/\d+/.exec(packageJson.engines.node)?.[0]);

/** Takes the package's tarball into an empty folder, as a program that uses it does. */
function install(tarball: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'clock-sync-user-'));
  const options = { cwd: folder, encoding: 'utf8' } as const;
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], options);
  return folder;
}

/** Packs what a fresh clone has, once its dependencies are installed. */
function pack(): string {
  const clone = mkdtempSync(join(tmpdir(), 'clock-sync-clone-'));
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  const wanted = [FOLDER, 'tsconfig.base.json', 'LICENSE', 'package.json'];
  const files = execFileSync('git', ['ls-files', ...wanted], options)
    .trim()
    .split('\n');
  for (const file of files.filter((file) => existsSync(join(ROOT, file)))) {
    mkdirSync(join(clone, dirname(file)), { recursive: true });
    cpSync(join(ROOT, file), join(clone, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  execFileSync('npm', ['pack', '--pack-destination', clone], {
    cwd: join(clone, FOLDER),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return join(clone, String(readdirSync(clone).find((file) => file.endsWith('.tgz'))));
}

/** The pinned Node, and each other one of this machine that the package says it runs on. */
function findNodes(): string[] {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return [process.execPath, ...found.filter(existsSync)].filter((node, index, all) => {
    const version = versionOf(node);
    const isNewEnough = Number.parseInt(version, 10) >= OLDEST_NODE;
    return isNewEnough && all.findIndex((other) => versionOf(other) === version) === index;
  });
}

function versionOf(node: string): string {
  return execFileSync(node, ['--print', 'process.versions.node'], { encoding: 'utf8' }).trim();
}

suite('the packed package', () => {
  const user = install(pack());
  const installed = join(user, 'node_modules', packageJson.name);

  test('has what was built, its licence and its guide, and no test', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    for (const file of ['LICENSE', 'README.md', 'dist/browser.js', 'dist/browser.d.ts']) {
      assert.ok(files.includes(file), `${file} is missing`);
    }
    assert.deepEqual(
      files.filter((file) => /\.(test|fixture)\./.test(file)),
      [],
    );
  });

  for (const node of findNodes()) {
    test(`gives each of its entries to Node ${versionOf(node)}`, () => {
      const entries = Object.keys(packageJson.exports).filter((entry) => !entry.endsWith('.json'));
      const imports = entries.map((entry) => `await import('${join(packageJson.name, entry)}')`);
      const script = `console.log(JSON.stringify([${imports}].flatMap(Object.keys).sort()))`;
      const args = ['--input-type=module', '--eval', script];
      const names = execFileSync(node, args, { cwd: user, encoding: 'utf8' });
      assert.deepEqual(JSON.parse(names), [
        'ClockSyncError',
        'ClockSyncError',
        'ClockSyncError',
        'callAt',
        'createSyncedClock',
        'createSyncedClock',
        'followEvents',
        'followServer',
      ]);
    });

    test(`its command asks a server by Node ${versionOf(node)}`, async (t) => {
      const api = await startApi({ CLOCK_SOURCES: 'none' });
      t.after(api.kill);
      const command = join(user, 'node_modules/.bin/clock-sync');
      const run = () => execFileSync(node, [command, '--json', api.url], { encoding: 'utf8' });
      // Without UTC the exit status is 1.
      assert.throws(run, (error: { status: number; stdout: string; stderr: string }) => {
        assert.equal(error.status, 1, error.stderr);
        assert.equal(JSON.parse(error.stdout).scale, 'host');
        return true;
      });
    });
  }
});
