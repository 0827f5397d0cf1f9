// First, whatever its name: a signal that comes while the rest is read must not be lost.
import './stop-while-starting.ts';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// The build leaves the compiled code beside the bundle (rolldown.config.ts): to compile it again takes
// a fifth of the CPU time until the server listens.
enableCompileCache({ directory: join(import.meta.dirname, 'compiled'), portable: true });
await import('./main.ts');
