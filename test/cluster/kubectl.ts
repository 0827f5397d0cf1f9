import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, with a text on its standard input. */
export function run(command: string, args: readonly string[], input = ''): Outcome {
  return spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 2 ** 26, cwd: ROOT });
}

/** Runs kubectl against the cluster of the current context; throws what kubectl says when it fails. */
export function kubectl(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = run('kubectl', args, input);
  if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr || stdout}`);
  return stdout;
}

/** Runs a command while others go on; throws what it says when it fails. */
export async function runMeanwhile(
  command: string,
  args: readonly string[],
  input = '',
): Promise<string> {
  const child = spawn(command, args, { cwd: ROOT });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output.stderr += text;
  });
  // A program that fails may end without reading it.
  child.stdin.on('error', () => {}).end(input);
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${output.stderr || output.stdout}`);
  return output.stdout;
}

/** What `kubectl get` says of an object or of a list. */
export function get<T>(namespace: string, ...args: readonly string[]): T {
  return JSON.parse(kubectl(['get', '--namespace', namespace, '--output', 'json', ...args])) as T;
}
