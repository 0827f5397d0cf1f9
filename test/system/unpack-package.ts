import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/unpack-package.sh', import.meta.url));

/** Unpacks packages of Debian's, without installing them; the folder that stands for the root. */
export function unpackPackage(...names: readonly string[]): string {
  return execFileSync(SCRIPT, names, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}
