import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { npmPackages } from '../../scripts/notices/npm-packages.ts';
import { thirdPartyLicenses } from '../../scripts/notices/third-party-licenses.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'notices-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function writeLock(packages: Record<string, object>): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

function install(path: string, version: string, files: Record<string, string> = {}): void {
  const folder = join(root, path);
  mkdirSync(folder, { recursive: true });
  const name = path.replace(/.*node_modules\//, '');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

const entry = { version: '1.0.0', license: 'MIT' };

test('finds what a workspace ships, through the other workspaces, and not what builds it', () => {
  writeLock({
    'app/a': { dependencies: { ours: '1', b: '1' }, devDependencies: { builder: '1' } },
    'node_modules/ours': { resolved: 'packages/ours', link: true },
    'packages/ours': { version: '1.0.0', dependencies: { '@c/c': '1' } },
    'node_modules/@c/c': entry,
    'node_modules/b': { ...entry, dependencies: { d: '2' }, optionalDependencies: { mac: '1' } },
    'node_modules/b/node_modules/d': { ...entry, version: '2.0.0' },
    'node_modules/d': entry,
    'node_modules/mac': entry,
    'node_modules/builder': entry,
  });
  for (const path of ['node_modules/@c/c', 'node_modules/b', 'node_modules/d'])
    install(path, '1.0.0');
  install('node_modules/b/node_modules/d', '2.0.0');
  install('node_modules/builder', '1.0.0');
  const shipped = npmPackages(root, 'app/a').map(({ name, version }) => `${name}@${version}`);
  assert.deepEqual(shipped, ['@c/c@1.0.0', 'b@1.0.0', 'd@2.0.0']);
});

test('refuses an installed package that the lock file has in another version', () => {
  writeLock({ 'app/a': { dependencies: { b: '1' } }, 'node_modules/b': entry });
  install('node_modules/b', '1.0.1');
  assert.throws(() => npmPackages(root, 'app/a'), /b 1\.0\.1, but the lock file has 1\.0\.0/);
});

test('refuses a package without a licence', () => {
  writeLock({ 'app/a': { dependencies: { b: '1' } }, 'node_modules/b': { version: '1.0.0' } });
  install('node_modules/b', '1.0.0');
  assert.throws(() => npmPackages(root, 'app/a'), /b 1\.0\.0 has no licence/);
});

test('has the text of each licence', () => {
  writeLock({ 'app/a': { dependencies: { b: '1' } }, 'node_modules/b': entry });
  install('node_modules/b', '1.0.0', { LICENSE: 'Do as you like.\n', 'NOTICE.md': 'Thanks.\n' });
  const text = thirdPartyLicenses(npmPackages(root, 'app/a'), 'Node is free.');
  assert.match(
    text,
    /^b 1\.0\.0 \(MIT\)\n\nDo as you like\.\n\nThanks\.\n\n-+\n\nNode\.js\n\nNode is free\.\n$/,
  );
});
