import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An npm package that is shipped. */
export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** The texts of its licence, as they lie in its folder. */
  readonly licenseTexts: readonly string[];
}

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, LockEntry>>;

/**
 * What a workspace ships: its dependencies and theirs, as far as they are installed below `root`,
 * in the order of their names. Optional packages of other platforms are not installed.
 * @throws Error where an installed package is not the one of the lock file, or has no licence.
 */
export function npmPackages(root: string, workspace: string): readonly NpmPackage[] {
  const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const paths = new Set<string>();
  collect(lock, workspace, paths);
  return [...paths]
    .flatMap((path) => readPackage(root, path, lock[path] ?? {}))
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Adds the paths, in the lock file, of all that `path` depends on. */
function collect(lock: Lock, path: string, paths: Set<string>): void {
  const { dependencies, optionalDependencies } = lock[path] ?? {};
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const found = resolve(lock, path, name);
    if (found === undefined) continue;
    const entry = lock[found];
    // A workspace is our own: what it depends on is shipped, and itself is no third party's.
    const target = entry?.link ? (entry.resolved ?? '') : found;
    if (paths.has(target)) continue;
    if (!entry?.link) paths.add(target);
    collect(lock, target, paths);
  }
}

/** Where Node finds `name` for a module in `from`: in the nearest node_modules upwards. */
function resolve(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0))) {
    const path = `${folder}/node_modules/${name}`.replace(/^\//, '');
    if (path in lock) return path;
    if (folder === '') return undefined;
  }
}

function readPackage(root: string, path: string, entry: LockEntry): readonly NpmPackage[] {
  const folder = join(root, path);
  const manifest = readManifest(folder);
  if (manifest === undefined) return [];
  const { name, version } = manifest;
  if (version !== entry.version) {
    throw new Error(`${path} is ${name} ${version}, but the lock file has ${entry.version}`);
  }
  const license = entry.license ?? manifest.license;
  if (license === undefined) throw new Error(`${name} ${version} has no licence`);
  const licenseTexts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice|copying)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [{ name, version, license, licenseTexts }];
}

function readManifest(
  folder: string,
): { name: string; version: string; license?: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
