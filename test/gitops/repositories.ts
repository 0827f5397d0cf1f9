import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from './manifests.ts';

/** An image by a digest of one repeated hexadecimal digit. */
export const image = (app: string, digit: string) =>
  `ghcr.io/owner/dataiku-${app}@sha256:${digit.repeat(64)}`;

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

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

export function git(repository: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: repository,
    encoding: 'utf8',
    env: environment(),
  }).trim();
}

/** Runs the script that moves the branch deploy, in a clone. */
export async function moveDeploy(
  repository: string,
  args: readonly string[],
  run = '0',
): Promise<Outcome> {
  const child = spawn(`${ROOT}scripts/move-deploy.sh`, args, {
    cwd: repository,
    env: { ...environment(), RUN: run },
  });
  const [out, error, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { status, output: out + error };
}

/** Git as the machine has it, without the user's configuration. */
function environment() {
  return {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.org',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.org',
  };
}
