import { execFileSync } from 'node:child_process';
import { unpackPackage } from '../system/unpack-package.ts';

/** Unpacks a Debian package with the libraries that it names, and gives the folder and its environment. */
export function unpack(name: string) {
  const depends = execFileSync('apt-cache', ['depends', name], { encoding: 'utf8' });
  const libraries = [...depends.matchAll(/^ +Depends: (lib(?!c6$)[\w.+-]+)$/gm)].map(
    ([, library = '']) => library,
  );
  const root = unpackPackage(name, ...libraries);
  const path = [`${root}/usr/lib/${triple()}`, `${root}/lib/${triple()}`].join(':');
  return { root, environment: { ...process.env, LD_LIBRARY_PATH: path } };
}

function triple(): string {
  return `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
}
