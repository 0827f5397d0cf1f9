import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of the system below, as dpkg records it. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
}

/** Reads every record of dpkg in the files of a folder: `status`, or one file for each package. */
export function debianPackages(folder: string): readonly DebianPackage[] {
  return readdirSync(folder)
    .filter((file) => !file.endsWith('.md5sums'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split(/\n\n+/))
    .map((record) => ({
      name: field(record, 'Package'),
      version: field(record, 'Version'),
      architecture: field(record, 'Architecture'),
    }));
}

function field(record: string, name: string): string {
  const value = new RegExp(`^${name}: (.*)$`, 'm').exec(record)?.[1];
  if (value === undefined) throw new Error(`a record of dpkg has no ${name}`);
  return value;
}
