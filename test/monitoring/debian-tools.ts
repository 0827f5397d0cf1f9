import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { unpackPackage } from '../system/unpack-package.ts';

/** The programs that these tests take from Debian's packages, by the package. */
const PACKAGES = {
  prometheus: 'prometheus',
  promtool: 'prometheus',
  'prometheus-alertmanager': 'prometheus-alertmanager',
  amtool: 'prometheus-alertmanager',
  'prometheus-nginx-exporter': 'prometheus-nginx-exporter',
} as const;

/** The path of a program from a Debian package, which is unpacked, never installed. */
export function debianTool(name: keyof typeof PACKAGES): string {
  return join(unpackPackage(PACKAGES[name]), 'usr/bin', name);
}

interface Finished {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a program to its end, and gives all that it printed. */
export function run(path: string, args: readonly string[], input = ''): Promise<Finished> {
  return new Promise((resolve) => {
    const child = execFile(path, args, (error, stdout, stderr) => {
      const exitCode = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
      resolve({ exitCode, output: stdout + stderr });
    });
    // A program may end without reading what it doesn't need.
    child.stdin?.on('error', () => {}).end(input);
  });
}
