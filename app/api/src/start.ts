// First, whatever its name: a signal that comes while the rest is read must not be lost.
import './stop-while-starting.ts';
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// The build leaves the compiled code beside the bundle (rolldown.config.ts): to compile it again takes
// a fifth of the CPU time until the server listens. From source there is none, and none is left.
const directory = join(import.meta.dirname, 'compiled');
if (existsSync(directory)) enableCompileCache({ directory, portable: true });
await import('./main.ts');
