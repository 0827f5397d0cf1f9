// First, whatever its name: a signal that comes while the rest is read must not be lost.
import './stop-while-starting.ts';
import { readBundle, runBundle } from './compiled-bundle.ts';

const folder = import.meta.dirname;
const bundle = readBundle(folder);
if (bundle === null) void import('./main.ts');
else runBundle(bundle, folder);
