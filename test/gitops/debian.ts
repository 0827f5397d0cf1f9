import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { ROOT } from './manifests.ts';

const options: ExecFileSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
};

/** Unpacks a Debian package with the libraries that it names, and gives the folder and its environment. */
export function unpack(name: string) {
  const depends = execFileSync('apt-cache', ['depends', name], options);
  const libraries = [...depends.matchAll(/^ +Depends: (lib(?!c6$)[\w.+-]+)$/gm)].map(
    ([, library = '']) => library,
  );
  const root = execFileSync(
    `${ROOT}scripts/unpack-package.sh`,
    [name, ...libraries],
    options,
  ).trim();
  const path = [`${root}/usr/lib/${triple()}`, `${root}/lib/${triple()}`].join(':');
  return { root, environment: { ...process.env, LD_LIBRARY_PATH: path } };
}

function triple(): string {
  return `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
}
