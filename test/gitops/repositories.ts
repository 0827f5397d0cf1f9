import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './git.ts';

/** An image by a digest of one repeated hexadecimal digit. */
export const image = (app: string, digit: string) =>
  `ghcr.io/owner/dataiku-${app}@sha256:${digit.repeat(64)}`;

/** A bare repository with a main of three commits, a clone to write with, and further clones. */
export function openRepositories() {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  cpSync(pattern.folder, folder, { recursive: true });
  return {
    bare: join(folder, 'remote.git'),
    author: join(folder, 'author'),
    commits: pattern.commits,
    clone(name: string): string {
      cpSync(join(folder, 'author'), join(folder, name), { recursive: true });
      return join(folder, name);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

// Copied, because each Git command costs a process.
const pattern = makePattern();
process.on('exit', () => rmSync(pattern.folder, { recursive: true }));

function makePattern() {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-pattern-'));
  const author = join(folder, 'author');
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
  git(folder, 'init', '--quiet', '--initial-branch=main', 'author');
  git(author, 'remote', 'add', 'origin', '../remote.git');
  const commits = ['one', 'two', 'three'].map((name) => commit(author, name));
  git(author, 'push', '--quiet', 'origin', 'main');
  return { folder, commits: commits as [string, string, string] };
}

/** Makes a commit that changes one file, and gives its name. */
export function commit(repository: string, name: string): string {
  mkdirSync(join(repository, 'gitops/environments/production'), { recursive: true });
  writeFileSync(join(repository, 'gitops/environments/production/images.yaml'), '{}\n');
  writeFileSync(join(repository, 'name'), `${name}\n`);
  git(repository, 'add', '.');
  git(repository, 'commit', '--quiet', '--message', name);
  return git(repository, 'rev-parse', 'HEAD');
}
