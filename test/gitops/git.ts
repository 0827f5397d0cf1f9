import { execFileSync, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from './manifests.ts';

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Runs Git in a repository and gives what it prints. */
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
