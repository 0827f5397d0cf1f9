// First, whatever its name: a signal that comes while the rest is read must not be lost.
import './stop-while-starting.ts';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * The process of the bundle. It keeps the compiled code beside its files, where they can be written:
 * to compile them takes a quarter of the CPU time until the server listens.
 */
enableCompileCache({ directory: join(import.meta.dirname, 'compiled'), portable: true });
await import('./main.ts');
