import { globSync } from 'node:fs';
import { unpackPackage } from './unpack-package.ts';

/** Debian's library that bends the clock of the process that preloads it. */
export function libfaketime(): string {
  const [library] = globSync(`${unpackPackage('libfaketime')}/usr/lib/*/faketime/libfaketime.so.1`);
  if (library === undefined) throw new Error('the package libfaketime has no library');
  return library;
}
