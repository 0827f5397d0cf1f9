import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED, readBundle, runBundle } from './compiled-bundle.ts';

/**
 * `write-compiled.ts <folder>`: serves from the bundle there, and once that is told to stop, keeps the code that
 * V8 has compiled until then. Part of the build.
 */
// Taken out: the bundle would refuse an argument that it does not know.
const [folder = ''] = process.argv.splice(2);
const bundle = readBundle(folder);
if (bundle === null) throw new Error(`${folder} holds no bundle`);
process.on('exit', () => writeFileSync(join(folder, COMPILED), bundle.createCachedData()));
runBundle(bundle, folder);
