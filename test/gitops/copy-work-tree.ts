import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './manifests.ts';

/** Copies the files of this work tree into a folder, as they are, without what Git ignores. */
export function copyWorkTree(folder: string): void {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' });
  for (const file of listed.split('\0').filter(Boolean)) {
    // Git still lists what was deleted since the last commit.
    if (lstatSync(join(ROOT, file), { throwIfNoEntry: false }))
      cpSync(join(ROOT, file), join(folder, file), { verbatimSymlinks: true });
  }
}
