import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** The file of the bundle, and of its compiled code, in the folder of a build. */
const BUNDLE = 'server.cjs';
export const COMPILED = 'server.compiled';

/**
 * The bundle in `folder` as a script, with the code that V8 compiled while it was built (`write-compiled.ts`);
 * null when there is none, as from source. Code of another release of Node is left aside. Node's own
 * compile cache holds only the functions that are compiled before a module runs: few. An `import()` of one of Node's
 * modules would fail in the bundle, since such a script has no loader: `process.getBuiltinModule` stands for it.
 */
export function readBundle(folder: string): Script | null {
  const file = join(folder, BUNDLE);
  const compiled = join(folder, COMPILED);
  if (!existsSync(file)) return null;
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  // The build writes ASCII: as latin1, V8 takes the text as it is. The wrapper is that of CommonJS.
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`;
  return new Script(text, { filename: file, ...(cachedData !== undefined && { cachedData }) });
}

/** Runs the bundle of `folder`, as `require` would. */
export function runBundle(script: Script, folder: string): void {
  const file = join(folder, BUNDLE);
  const require = createRequire(file);
  const module = new Module(file);
  // The parts that load on demand require the bundle, which must not run again.
  require.cache[file] = module;
  script.runInThisContext()(module.exports, require, module, file, folder);
}
