import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ImageName = 'dataiku-api' | 'dataiku-frontend' | 'dataiku';

/** Set by run.sh, which has built the images and brought them through a registry. */
const { IMAGES_WORK = '', IMAGE_REGISTRY = '', IMAGE_VERSION = '' } = process.env;
export const WORK = IMAGES_WORK;

const PULLED = ['--root', join(WORK, 'pulled/storage'), '--runroot', join(WORK, 'pulled/run')];

/** How podman is told to do something with what was pulled. */
export function podmanParameters(...parameters: readonly string[]): readonly string[] {
  // Warnings about a machine without systemd are of no interest.
  return ['--log-level=error', ...PULLED, ...parameters];
}

/** Runs podman on what was pulled, and returns what it prints on its standard output. */
export function podman(...parameters: readonly string[]): string {
  const result = spawnSync('podman', podmanParameters(...parameters), { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`podman ${parameters.join(' ')}: ${result.stderr}`);
  return result.stdout.trim();
}

/** Runs podman on what was pulled, and returns its exit code. */
export function podmanStatus(...parameters: readonly string[]): number | null {
  return spawnSync('podman', podmanParameters(...parameters), { stdio: 'ignore' }).status;
}

/** What podman prints on both: a container's log is divided as the container wrote it. */
export function podmanOutput(...parameters: readonly string[]): string {
  const result = spawnSync('podman', podmanParameters(...parameters), { encoding: 'utf8' });
  return (result.stdout + result.stderr).trim();
}

/** The pulled image, by its digest: there is no tag that could name another. */
export function pulledImage(name: ImageName): string {
  return `${IMAGE_REGISTRY}/${name}@${readFileSync(join(WORK, 'digests', name), 'utf8').trim()}`;
}

/** Runs podman on what was built, and on the base images. */
export function podmanAtBuild(...parameters: readonly string[]): string {
  return execFileSync('podman', parameters, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** The names of the image as it was built, and as it was built once more from nothing. */
export function builtImages(name: ImageName): readonly [string, string] {
  return [`localhost/first/${name}:${IMAGE_VERSION}`, `localhost/again/${name}:${IMAGE_VERSION}`];
}

/** What the image says of itself. */
export function inspectImage(name: ImageName) {
  const [inspection] = JSON.parse(podman('image', 'inspect', pulledImage(name)));
  return inspection.Config as {
    readonly User: string;
    readonly Entrypoint: readonly string[];
    readonly Env: readonly string[];
    readonly StopSignal?: string;
    readonly ExposedPorts: Readonly<Record<string, unknown>>;
    readonly Labels: Readonly<Record<string, string>>;
  };
}
