import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every file that git knows, by its path from the root. What is built isn't there for a reader. */
export const FILES: readonly string[] = execFileSync('git', ['ls-files'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((path) => existsSync(ROOT + path));

/** The same, and the folders that they are in. */
export const FILES_AND_FOLDERS: ReadonlySet<string> = new Set(FILES.flatMap(withFolders));

/** Every page of the documentation; GitHub's templates are forms. */
export const PAGES = FILES.filter((path) => path.endsWith('.md') && !path.startsWith('.github/'));

/** The text of a file, by its path from the root. */
export function read(path: string): string {
  return readFileSync(ROOT + path, 'utf8');
}

function withFolders(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [path, '.'] : [path, ...withFolders(folder)];
}
