import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const TSC = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
const OPTIONS = '--noEmit --strict --module nodenext --target esnext --allowImportingTsExtensions';

/** What the TypeScript compiler has against a file; nothing when it compiles. */
export async function compile(folder: string, file: string): Promise<string[]> {
  try {
    await promisify(execFile)(TSC, [...OPTIONS.split(' '), file], { cwd: folder });
    return [];
  } catch (error) {
    const { stdout } = error as { readonly stdout: string };
    return stdout.split('\n').filter(Boolean);
  }
}
