import { spawnSync } from 'node:child_process';
import apiPackage from '../../app/api/package.json' with { type: 'json' };

/** Docker where its daemon answers, else podman. */
export const ENGINE = ['docker', 'podman'].find(
  (engine) => spawnSync(engine, ['version'], { stdio: 'ignore' }).status === 0,
);

export type ImageName = 'dataiku-api' | 'dataiku-frontend' | 'dataiku';

/** The image as `make images` named it. */
export function imageOf(name: ImageName): string {
  return `${process.env.IMAGE_PREFIX ?? ''}${name}:${apiPackage.version}`;
}

/** Runs the engine, and returns what it prints on its standard output. */
export function engine(...parameters: readonly string[]): string {
  const { stdout, stderr, status } = run(parameters);
  if (status !== 0) throw new Error(`${ENGINE} ${parameters.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** What a container logged, on both of its outputs. */
export function logsOf(id: string): readonly string[] {
  const { stdout, stderr } = run(['logs', id]);
  return (stdout + stderr).trim().split('\n');
}

function run(parameters: readonly string[]) {
  if (ENGINE === undefined) throw new Error('needs docker with its daemon, or podman');
  return spawnSync(ENGINE, parameters, { encoding: 'utf8', maxBuffer: 2 ** 26 });
}
